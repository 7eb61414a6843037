"""Each network in words: its name, sign, what it takes to connect, its fields, and why something is not possible."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

_TOPICS = {"facebook": "meta", "instagram": "meta", "rss": "feeds", "blog": "feeds", "forum": "feeds"}
"""Networks that share a page of the help."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("network_texts", text)


def network_text(key: str) -> str:
    """Return the name of a network by its channel's key."""
    return _networks().get(key, (key, "", ""))[0]


def network_icon(key: str) -> str:
    """Return the sign of a network."""
    return _networks().get(key, ("", "world", ""))[1]


def network_hint(key: str) -> str:
    """Return what it takes to connect an account."""
    return _networks().get(key, ("", "", ""))[2]


def network_topic(key: str) -> str:
    """Return the page of the help that tells how to get a network's key."""
    return f"key_{_TOPICS.get(key, key)}"


def field_text(key: str) -> str:
    """Return the label of a form's field by its key; a key that nobody has named is shown as it is."""
    return _fields().get(key, (key, ""))[0]


def field_hint(key: str) -> str:
    """Return a few words that explain a field, an empty text where its name says all."""
    return _fields().get(key, ("", ""))[1]


def choice_text(value: str) -> str:
    """Return the words of a choice; a value that nobody has named is shown as it is."""
    return _choices().get(value, value)


def reason_text(code: str) -> str:
    """Return why an ability is there only in part or not at all, an empty text without a reason."""
    return _reasons().get(code, "") if code else ""


def known_reasons() -> frozenset[str]:
    """Return the codes of reasons that have a sentence."""
    return frozenset(_reasons())


def known_fields() -> frozenset[str]:
    """Return the keys of fields that have a name."""
    return frozenset(_fields())


def known_choices() -> frozenset[str]:
    """Return the values of choices that have a name."""
    return frozenset(_choices())


def known_networks() -> frozenset[str]:
    """Return the keys of networks that have a name."""
    return frozenset(_networks())


def _networks() -> Mapping[str, tuple[str, str, str]]:
    return {
        "email": (_tr("E-mail"), "mail", _tr("O endereço do SAC, com senha de aplicativo ou entrada pelo navegador.")),
        "facebook": ("Facebook", "brand-facebook", _tr("A página da empresa: comentários, publicações e mensagens.")),
        "instagram": (
            "Instagram",
            "brand-instagram",
            _tr("A conta profissional ligada a uma página do Facebook: comentários, marcações e mensagens."),
        ),
        "x": (
            "X",
            "brand-x",
            _tr("A conta da empresa, com chave própria. A rede cobra por uso; há um limite por dia."),
        ),
        "youtube": ("YouTube", "brand-youtube", _tr("Comentários dos vídeos do canal, com chave do Google.")),
        "mastodon": ("Mastodon", "brand-mastodon", _tr("Menções, buscas e mensagens em qualquer servidor.")),
        "bluesky": ("Bluesky", "brand-bluesky", _tr("Menções, buscas e conversas, com senha de aplicativo.")),
        "telegram": ("Telegram", "brand-telegram", _tr("O robô da empresa, criado com o BotFather.")),
        "google_play": ("Google Play", "star", _tr("Avaliações do aplicativo, com a chave de uma conta de serviço.")),
        "consumidor_gov": ("Consumidor.gov.br", "shield-check", _tr("Reclamações do portal, com prazo de 10 dias.")),
        "rss": (_tr("Notícias (RSS)"), "rss", _tr("Endereços de notícias; só o que cita a marca entra.")),
        "blog": (_tr("Blogs"), "note", _tr("Endereços de blogs; só o que cita a marca entra.")),
        "forum": (_tr("Fórum"), "messages", _tr("Fóruns Discourse: mensagens novas, buscas e respostas.")),
    }


def _fields() -> Mapping[str, tuple[str, str]]:
    return {
        "address": (_tr("Endereço de e-mail"), ""),
        "api_key": (_tr("Chave da API"), ""),
        "app_id": (_tr("Número do aplicativo"), ""),
        "app_secret": (_tr("Segredo do aplicativo"), _tr("Reforça a segurança; pode ficar em branco.")),
        "authorized_cpf": (
            _tr("CPF da pessoa autorizada"),
            _tr("De quem responde pela empresa no portal; fica lacrado como uma senha."),
        ),
        "base_url": (_tr("Endereço do serviço"), _tr("Só para servidor próprio. Em branco, vale o da rede.")),
        "bot_token": (_tr("Chave do robô"), _tr("O BotFather mostra depois de /newbot.")),
        "channel_id": (_tr("Número do canal"), _tr("Em branco, o canal de quem entrou. Começa com UC.")),
        "client_id": (_tr("Código do aplicativo (client id)"), ""),
        "client_secret": (_tr("Segredo do aplicativo (client secret)"), _tr("Só se a rede der um.")),
        "code": (_tr("Código de acesso"), _tr("No site: Menu, Cadastro, Editar.")),
        "copy_to_self": (_tr("Mandar cópia das respostas para a própria caixa"), ""),
        "daily_items": (
            _tr("Máximo de itens por dia"),
            _tr("A rede cobra por item lido. Com 0, nada é lido; ao chegar ao limite, a leitura para até amanhã."),
        ),
        "feeds": (_tr("Endereços, um por linha"), _tr("O endereço da notícia em RSS ou Atom, ou o da página do feed.")),
        "first_days": (_tr("Quantos dias para trás ler na primeira vez"), ""),
        "folders": (_tr("Pastas a ler"), _tr("Separadas por vírgula. Em branco, só a caixa de entrada.")),
        "from_name": (_tr("Nome de quem assina"), _tr("Aparece ao lado do endereço, como “SAC da Loja”.")),
        "handle": (_tr("Usuário"), _tr("Como loja.bsky.social.")),
        "human_agent": (_tr("Responder mensagens por 7 dias"), _tr("Precisa da permissão Human Agent da Meta.")),
        "imap_host": (_tr("Servidor de entrada (IMAP)"), _tr("Em branco, o do provedor escolhido.")),
        "imap_port": (_tr("Porta de entrada"), ""),
        "imap_security": (_tr("Segurança da entrada"), ""),
        "keep_sent": (_tr("Guardar cópia na pasta de enviados"), ""),
        "key": (_tr("Chave da API"), _tr("De quem administra o fórum. Sem ela, o Balcão só lê o que é público.")),
        "messages": (_tr("Ler e responder conversas privadas"), _tr("A senha de aplicativo precisa dessa permissão.")),
        "other_addresses": (
            _tr("Outros endereços da empresa"),
            _tr("O que vem deles não é cliente. Separe por vírgula."),
        ),
        "package_name": (_tr("Nome do pacote do aplicativo"), _tr("Como br.com.loja.app.")),
        "page_id": (_tr("Número da página"), _tr("Está em Sobre, na própria página.")),
        "password": (_tr("Senha de aplicativo"), _tr("Criada na sua conta só para o Balcão; não é a senha comum.")),
        "plus_address": (
            _tr("Pôr o protocolo no endereço de resposta"),
            _tr("sac+protocolo@…: a resposta do cliente volta ao atendimento certo. O provedor precisa aceitar."),
        ),
        "private_title": (_tr("Título das mensagens privadas"), ""),
        "provider": (_tr("Provedor"), ""),
        "sent_folder": (_tr("Pasta de enviados"), _tr("Em branco, a do provedor.")),
        "server": (_tr("Servidor"), _tr("Como mastodon.social.")),
        "service_account": (_tr("Chave da conta de serviço"), _tr("Cole o arquivo JSON inteiro.")),
        "sign_in": (_tr("Como entrar"), ""),
        "smtp_host": (_tr("Servidor de saída (SMTP)"), _tr("Em branco, o do provedor escolhido.")),
        "smtp_password": (_tr("Senha de saída"), _tr("Só se for diferente.")),
        "smtp_port": (_tr("Porta de saída"), ""),
        "smtp_security": (_tr("Segurança da saída"), ""),
        "smtp_user": (_tr("Usuário de saída"), _tr("Só se for diferente.")),
        "tenant": (_tr("Diretório da empresa (tenant)"), _tr("Só no Microsoft 365, se a TI pedir.")),
        "token": (_tr("Chave de acesso"), ""),
        "translation_language": (_tr("Idioma da tradução"), _tr("Em branco, o texto como foi escrito.")),
        "user": (_tr("Usuário"), _tr("Só se não for o próprio endereço.")),
        "username": (_tr("Usuário"), ""),
        "version": (_tr("Versão da API"), ""),
        "watch_days": (
            _tr("Por quantos dias olhar publicações antigas"),
            _tr("Comentários em publicações mais velhas não são lidos."),
        ),
    }


def _choices() -> Mapping[str, str]:
    return {
        "gmail": _tr("Gmail ou Google Workspace"),
        "hostinger": "Hostinger",
        "icloud": "iCloud",
        "locaweb": "Locaweb",
        "microsoft365": "Microsoft 365",
        "none": _tr("Nenhuma (não recomendado)"),
        "oauth": _tr("Pelo navegador"),
        "other": _tr("Outro"),
        "outlook": "Outlook.com",
        "password": _tr("Com senha de aplicativo"),
        "starttls": "STARTTLS",
        "tls": "TLS",
        "uol": "UOL",
        "yahoo": "Yahoo",
        "zoho": "Zoho",
    }


def _reasons() -> Mapping[str, str]:
    return {
        "followed_for_45_days": _tr("acompanhado por 45 dias depois da abertura"),
        "hashtags_and_willing_authors": _tr(
            "a busca acha hashtags e só quem deixou suas publicações serem encontradas"
        ),
        "kept_for_24h": _tr(
            "a rede guarda as mensagens por 24 horas; se o Balcão ficar mais tempo fechado, elas se perdem"
        ),
        "mailbox_is_ours": _tr("a caixa é da empresa: o que o cliente apaga na dele continua aqui"),
        "mentions_webhook_only": _tr(
            "menções em comentários de outras contas só chegam a quem tem servidor; registre à mão"
        ),
        "needs_app_review": _tr("a Meta precisa aprovar o aplicativo da empresa para ler mensagens"),
        "needs_forum_key": _tr("só com a chave da API do fórum e o usuário"),
        "needs_moderator": _tr("só quem modera o fórum pode ocultar, no próprio site"),
        "needs_permission_for_messages": _tr("a senha de aplicativo precisa ter a permissão de mensagens"),
        "no_private_messages": _tr("esta rede não tem mensagens privadas"),
        "no_public_search": _tr("a rede não deixa buscar o que outros publicam"),
        "no_reach": _tr("a rede não diz quantas pessoas viram"),
        "no_such_thing": _tr("não existe nesta rede"),
        "not_announced": _tr("a rede não avisa quando algo é apagado"),
        "not_in_its_service": _tr("o serviço oficial não recebe anexos; envie pelo site"),
        "not_told_to_bots": _tr("a rede não conta isso a robôs"),
        "one_answer_each": _tr("uma resposta por avaliação; responder de novo troca a anterior"),
        "one_answer_in_10_days": _tr("uma única resposta por reclamação, em até 10 dias"),
        "one_public_picture": _tr("uma figura por resposta pública"),
        "only_addressed_to_us": _tr("só chega o que foi escrito para o endereço da empresa"),
        "only_if_they_accept": _tr("só se a pessoa aceita mensagens da conta"),
        "only_last_7_days": _tr("a rede só entrega os últimos 7 dias; mais tempo fechado perde avaliações"),
        "only_in_the_feed": _tr("só dentro dos endereços escolhidos"),
        "only_likes": _tr("só as curtidas"),
        "only_pictures": _tr("só figuras"),
        "only_private": _tr("é sempre privado"),
        "only_recent": _tr("só no que é recente e ainda está sendo acompanhado"),
        "only_registered_companies": _tr(
            "só para empresas cadastradas no Consumidor.gov.br com o acesso por API liberado"
        ),
        "only_replies_to_us": _tr("só respostas às publicações da empresa"),
        "only_where_the_bot_is": _tr("só nos grupos onde o robô está"),
        "only_who_accepts_messages": _tr("só quem aceita mensagens da conta"),
        "only_who_addressed_us": _tr("só a quem falou com a empresa"),
        "only_who_wrote_first": _tr("só a quem escreveu primeiro ao robô"),
        "only_within_window": _tr(
            "só dentro do prazo da rede: 24 horas depois da última mensagem, ou 7 dias em resposta a um comentário"
        ),
        "paid_and_last_30_days": _tr("a rede cobra por item e entrega os últimos 30 dias"),
        "paid_and_last_7_days": _tr("a rede cobra por item e busca nos últimos 7 dias"),
        "paid_by_item": _tr("a rede cobra por item lido; o limite por dia é seu"),
        "public_pictures_only": _tr("só figuras, e só em público"),
        "quota_too_small": _tr("uma busca gasta cem vezes a cota de uma leitura"),
        "read_only": _tr("só dá para ler; responda no próprio site"),
        "story_mentions_webhook_only": _tr("menções em stories só chegam a quem tem servidor; registre à mão"),
    }
