"""The guard on public answers as people write them: few false alarms, and nothing personal passes."""

from __future__ import annotations

from app.models.domain.privacy_guard import findings
from tests.models.domain.test_privacy_guard import cpf_of

MOST_FALSE_ALARMS = 0.05

ORDINARY = """
Oi, Ana! Que bom falar com você. O prazo de troca é de 7 dias corridos, contados do recebimento.
Olá! Sentimos muito pelo transtorno. Pode nos chamar no privado para vermos o seu pedido?
Bom dia, Carlos. A loja do centro abre de segunda a sexta, das 9h às 18h, e sábado até as 13h.
Oi! O produto volta ao estoque no dia 15/12. Quer que a gente avise?
Olá, Marina. Já pedimos à equipe de entregas que verifique. Voltamos até amanhã às 14h.
Oi, Pedro! A promoção vale de 20/11/2026 a 30/11/2026 ou enquanto durarem os estoques.
Obrigada pelo carinho! Vamos contar para a equipe inteira.
O valor do frete para a sua região é R$ 19,90, e acima de R$ 199,00 é grátis.
Nosso SAC atende pelo 0800 123 4567, todos os dias, das 8h às 20h.
Oi! Dá para parcelar em até 10x de R$ 59,90 sem juros.
Olá, Rui. O manual está no site, na página do produto, em "Downloads".
Que notícia boa! Aproveite o seu presente.
Oi, Lia. A garantia é de 12 meses e cobre defeitos de fabricação.
Boa tarde! A linha 2026 chega às lojas em março.
Olá! A receita leva 200 g de farinha, 3 ovos e 150 ml de leite.
Oi, João. O aplicativo foi atualizado para a versão 4.12.3 hoje; tente de novo, por favor.
Agradecemos a sugestão, Bia! Levamos para o time de produto.
Olá! O evento é no dia 7 de dezembro, às 19h30, com entrada gratuita.
Oi, Caio! O horário de funcionamento no feriado será das 10h às 16h.
Que pena, Duda. Queremos entender o que houve: pode mandar uma mensagem privada?
Oi! Sim, aceitamos cartão, Pix e boleto.
Olá, Sofia. O tamanho M veste de 40 a 42, e o G de 44 a 46.
Oi, gente! Amanhã tem live às 20h com a nossa nutricionista.
Boa noite! O código de barras fica no verso da embalagem.
Olá, Nina. A entrega leva de 3 a 5 dias úteis depois do pagamento.
Oi! O lote foi recolhido em 2025 e não está mais à venda.
Obrigado pelo aviso. Já pedimos a limpeza da loja.
Oi, Téo! Temos 3 lojas em Belo Horizonte e 12 em São Paulo.
Olá! A central funciona 24 horas: 4004-1234 nas capitais.
Oi, Iara. O desconto de 15 % aparece no carrinho, antes de pagar.
Entendemos a sua frustração, Léo. Vamos resolver juntos.
Oi! As inscrições vão até 31/01 e o resultado sai em fevereiro.
Olá, Alice. O seu protocolo é 202611220000018. Guarde esse número.
Oi, Davi! O sorteio será no dia 24, ao vivo, às 18h.
Boa tarde! Nossos endereços estão em www.exemplo.com/lojas.
Olá! O combo 2 custa R$ 34,90 e vem com bebida de 500 ml.
Oi, Mel. Para cancelar, é só entrar em Minha conta e depois em Assinatura.
Oi! A bateria dura até 18 horas e carrega em 90 minutos.
Que alegria, Ravi! Conte sempre com a gente.
Olá, Eva. A nota fiscal chega por e-mail em até 24 horas.
Oi! O teor de açúcar é de 8 g em cada porção de 30 g.
Boa tarde, Otto. A atualização saiu hoje às 10h45.
Oi, Cora! O brinde acabou nesta semana, mas volta na próxima.
Olá! Para a troca, leve o produto e a embalagem a qualquer loja.
Oi, Gil. O prazo da análise é de 10 dias úteis.
Oi! O estacionamento custa R$ 12,00 por 4 horas.
Olá, Bel. A temporada 2025-2026 começa em agosto.
Oi! Trabalhamos com entrega em todo o Brasil.
Boa noite, Ana Clara! O cardápio de sexta tem 5 opções sem glúten.
Olá! A senha é pessoal: nunca pedimos por mensagem.
Oi, Noah. Já devolvemos o valor; o banco leva até 2 faturas para mostrar.
Oi! O ingresso de meia-entrada exige documento na portaria.
Olá, Zoe. O curso tem 40 horas e certificado.
Oi! O modelo 3500 substitui o 3200 desde 2024.
Obrigada, Tom. Ficamos felizes com a sua avaliação de 5 estrelas!
Oi, Yuri. Pode ser instabilidade; o serviço voltou às 16h20.
Olá! O consumo é de 1.200 W em 127 V e de 1.500 W em 220 V.
Oi, Rosa! A pré-venda começa no dia 1º de dezembro, às 0h.
Boa tarde! Nosso perfil oficial é @exemplo, com o selo azul.
Olá, Hugo. Recebemos 1.532 respostas na pesquisa; obrigado!
Oi! O cupom BEMVINDO10 vale só na primeira compra.
Oi, Dora. A peça sai de linha, mas há reposição por 5 anos.
Olá! Na dúvida, procure o selo de autenticidade na caixa.
Oi, Ivo! A linha 4 do metrô deixa você a 200 m da loja.
Boa noite! Fechamos às 22h; amanhã abrimos às 10h.
Oi, Sara. O refil rende 60 aplicações.
Olá! A assinatura anual sai por R$ 299,90 à vista.
Oi, Enzo. O motor tem 1.0 litro e 82 cv.
Oi! O peso líquido é de 395 g, e a lata tem 7,5 cm.
Olá, Lara. Já está tudo certo por aqui. Boa viagem!
Oi! Em 2026 completamos 50 anos. Obrigado por fazer parte.
Olá, Caê. O passo 1 é desligar; o 2 é esperar 30 segundos; o 3 é ligar de novo.
Oi! A vaga está em nosso site, na parte de carreiras.
Boa tarde, Jô. O preço do litro caiu de R$ 6,19 para R$ 5,89.
Oi, Ian! Aceitamos devolução em até 30 dias na loja física.
Olá! O bolo serve de 10 a 12 pessoas.
Oi, Cida. Chegaram 200 unidades hoje na loja da Savassi.
Oi! O anúncio correto é o da página 12 do folheto.
Olá, Max. Não é preciso imprimir: mostre o QR code na entrada.
Oi! A temperatura ideal de serviço é de 6 a 8 °C.
""".strip().splitlines()


def _personal() -> list[str]:
    return [
        f"Seu CPF {cpf_of('123456789')} já está no cadastro.",
        "O CNPJ 11.222.333/0001-81 não confere.",
        "Mande a foto para ana.souza@exemplo.com, por favor.",
        "Ligamos no (31) 98765-4321 e ninguém atendeu.",
        "Seu WhatsApp é 31 98765-4321, certo?",
        "O cartão 4111 1111 1111 1111 foi estornado.",
        "A entrega vai para a Rua das Acácias, 120, apto 301.",
        "O CEP 30130-010 está correto?",
        "Seu pedido nº 4471882 saiu hoje.",
    ]


def test_false_alarms_on_ordinary_replies_are_at_most_five_in_a_hundred() -> None:
    alarms = [text for text in ORDINARY if findings(text)]
    assert len(ORDINARY) >= 80
    assert len(alarms) / len(ORDINARY) <= MOST_FALSE_ALARMS, alarms


OF_THE_COMPANY = """
Oi, Ana! O nosso telefone é (31) 3333-4444, de segunda a sexta.
Escreva para sac@exemplo.com.br que a gente responde no mesmo dia.
Nosso WhatsApp oficial é 31 98888-7777, com o selo verde.
A nota é emitida pelo CNPJ 11.222.333/0001-81, o da nossa matriz.
O CNPJ sem pontos é 11222333000181.
Visite a nossa loja na Av. das Acácias, 120, no centro.
A loja fica na Avenida das Acácias, nº 120, Savassi.
O nosso CEP é 30130-010.
""".strip().splitlines()
OWN = {
    "own_addresses": ("@exemplo.com.br",),
    "own_phones": ("31 3333-4444", "+55 31 98888-7777"),
    "own_cnpjs": ("11.222.333/0001-81",),
    "own_places": ("Avenida das Acácias, 120, Savassi, Belo Horizonte, CEP 30130-010",),
}


def test_what_is_the_companys_own_is_no_alarm_and_lets_nothing_personal_pass() -> None:
    assert [text for text in OF_THE_COMPANY if findings(text, **OWN)] == []
    assert [text for text in OF_THE_COMPANY if not findings(text)] == []
    others = [
        f"Seu CPF {cpf_of('123456789')} já está no cadastro.",
        "O CNPJ 11.444.777/0001-61 não confere.",
        "Mande a foto para ana.souza@exemplo.com, por favor.",
        "A entrega vai para a Avenida das Acácias, 12, apto 301.",
        "A entrega vai para a Rua das Acácias, 120, apto 301.",
        "O CEP 30130-011 está correto?",
    ]
    assert [text for text in others if not findings(text, **OWN)] == []


def test_what_is_personal_is_stopped() -> None:
    assert [text for text in _personal() if not findings(text)] == []
