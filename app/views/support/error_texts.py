"""Every error code that services raise, as a Portuguese sentence: what happened, what is safe, what to do.

Add a code here (or to a table joined below) together with the ``raise`` that uses it; a test walks the codes in
``app/services``, ``app/models`` and ``app/cli``. ``{fact}`` takes the fact of that name from the error; a missing
fact shows as "?". A table of another module must be named in ``i18n.TABLES`` to be translated.
"""

from __future__ import annotations

from typing import Final

from app.views.support.error_texts_areas import AREA_TEXTS
from app.views.support.error_texts_channels import CHANNEL_TEXTS
from app.views.support.error_texts_forecast import FORECAST_TEXTS, FORECAST_WORDS
from app.views.support.error_texts_hours import DAY_WORDS, HOURS_TEXTS
from app.views.support.error_texts_rooms import ROOMS_TEXTS
from app.views.support.error_texts_rules import RULES_TEXTS
from app.views.support.error_texts_sending import SENDING_TEXTS
from app.views.support.error_texts_storage import STORAGE_TEXTS
from app.views.support.error_texts_suggestions import SUGGESTIONS_TEXTS
from app.views.support.error_texts_tree import TREE_TEXTS

WORK_TEXTS: Final[dict[str, str]] = {
    "database_not_empty": "O banco já tem menções. Escolha um arquivo novo para a demonstração.",
    "demo_generator_died": "A criação dos dados parou inesperadamente. Apague o arquivo e tente de novo.",
    "demo_too_small": "A demonstração precisa de pelo menos {least} menções.",
    "settings.broken": (
        "As preferências desta estação não puderam ser lidas. Os atendimentos não foram afetados. "
        "O arquivo antigo foi guardado e o Balcão começou com as preferências de fábrica."
    ),
    "settings.newer": (
        "As preferências desta estação foram gravadas por um Balcão mais novo. Nada foi perdido. "
        "Atualize o Balcão para usar todas elas."
    ),
    "settings.unwritable": (
        "Não foi possível gravar as preferências desta estação. Os atendimentos estão salvos. "
        "Verifique o espaço em disco e a permissão da pasta {folder}."
    ),
    "spelling_unavailable": (
        "A verificação ortográfica não pôde começar. O texto não foi afetado e pode ser enviado normalmente. "
        "Se continuar assim depois de abrir o Balcão de novo, instale-o outra vez."
    ),
    "spelling_no_word": "Só uma palavra por vez entra no dicionário da equipe. Nada foi gravado. Confira as letras.",
    "spelling_words_full": (
        "O dicionário da equipe chegou a {limit} palavras. Nada foi gravado. Tire as que não usa mais."
    ),
    "case_changed": (
        "{by} mudou este atendimento enquanto você trabalhava nele. O que você digitou continua aqui. "
        "Confira a mudança e envie de novo."
    ),
    "case_missing": ("Este atendimento não existe mais. Nada foi alterado. Atualize a lista e confira o protocolo."),
    "channel_unknown": ("O canal “{key}” não existe. O que você digitou continua aqui. Escolha um canal da lista."),
    "customer_missing": ("Este cliente não existe mais. Nada foi alterado. Busque de novo: ele pode ter sido unido."),
    "customer_changed": (
        "Um colega mudou este cadastro enquanto você editava. O que você digitou continua aqui. "
        "Confira a mudança e salve de novo."
    ),
    "customer_merged": ("Este cadastro já foi unido a outro. Nada foi alterado. Abra o cadastro que ficou."),
    "handle_missing": ("Este perfil não está mais no cadastro. Nada foi alterado. Atualize a tela."),
    "last_handle": ("O cadastro precisa de pelo menos um perfil. Nada foi separado. Escolha outro perfil."),
    "document_invalid": ("O CPF ou CNPJ não confere. Nada foi gravado. Confira os números."),
    "email_invalid": ("O e-mail não está completo. Nada foi gravado. Confira o endereço."),
    "phone_invalid": ("O telefone não está completo. Nada foi gravado. Informe o DDD e o número."),
    "empty_text": ("Falta escrever o texto. Nada foi enviado."),
    "reason_missing": ("Falta dizer o motivo. Nada foi alterado. Escreva em poucas palavras."),
    "follow_up_past": ("A data do pós-atendimento já passou. Nada foi alterado. Escolha uma data futura."),
    "snooze_past": ("Esse horário já passou. O atendimento não foi adiado. Escolha um momento futuro."),
    "score_invalid": ("A nota vai de 1 a 5. Nada foi gravado. Escolha uma das cinco."),
    "missing_to_close": (
        "Para encerrar ainda falta: {missing}. O atendimento continua aberto. Preencha e tente de novo."
    ),
    "still_with_area": (
        "O atendimento ainda está com a área. Nada foi alterado. Espere a solução ou peça o atendimento de volta."
    ),
    "split_needs_rest": (
        "Pelo menos uma menção precisa ficar no atendimento original. Nada foi separado. Desmarque alguma."
    ),
    "attachment_missing": (
        "Este anexo era grande demais e só o nome foi guardado. A menção está inteira. Abra a publicação original."
    ),
    "attachment_unwritable": (
        "Não foi possível gravar o anexo em {folder}. Ele continua guardado no Balcão. Escolha outra pasta."
    ),
    "mention_changed": ("Um colega já tratou esta menção. Nada foi perdido. A lista já mostra como ela está agora."),
    "mention_missing": ("Esta menção não existe mais. Nada foi alterado. Atualize a lista."),
    "mention.missing": ("Esta menção não existe mais. Nada foi alterado. Atualize a lista."),
    "inbox.too_many": (
        "São itens demais para uma vez só (limite de {limit}). Nada foi alterado. Selecione menos ou use um filtro."
    ),
    "saved_view.changed": (
        "Um colega mudou este filtro salvo. A sua versão continua na tela. Confira e salve de novo."
    ),
    "saved_view.name": ("O nome do filtro precisa ter de 1 a {longest} letras. Nada foi salvo. Escolha outro nome."),
    "area_unknown": ("Esta área não existe mais. Nada foi encaminhado. Escolha uma área da lista."),
    "case_answered": (
        "{by} respondeu este cliente antes de você. A sua resposta não foi enviada e continua aqui. "
        "Leia a resposta dele e decida se ainda envia."
    ),
    "promise_missing": ("Esta promessa não existe mais. Nada foi alterado. Atualize o atendimento."),
    "promise_past": ("O prazo da promessa já passou. Nada foi gravado. Escolha um momento futuro."),
    "public_reply_has_personal_data": (
        "A resposta pública tem dados pessoais ({kinds}). Ela não foi enviada e continua aqui. "
        "Tire os dados ou responda em privado."
    ),
    "reply_already_left": (
        "A resposta já saiu e não dá mais para desfazer. Nada foi perdido. Se precisar, envie outra."
    ),
    "reply_missing": ("Esta resposta não existe mais. Nada foi alterado. Atualize o atendimento."),
    "reply_too_long": (
        "A resposta tem {length} caracteres e o canal aceita {limit}. Ela não foi enviada e continua aqui. "
        "Encurte o texto."
    ),
    "rule_changed": ("Um colega mudou a regra “{name}”. A sua versão continua na tela. Confira e salve de novo."),
    "rule_without_conditions": ("A regra precisa de pelo menos uma condição. Nada foi salvo. Acrescente uma."),
    "rule_without_name": ("Falta o nome da regra. Nada foi salvo."),
    "second_reply_stopped": (
        "Este tema recebe só uma resposta. A segunda não foi enviada e continua aqui. "
        "A supervisão pode liberar com um motivo."
    ),
    "unresolved_variables": (
        "A resposta ainda tem campos sem valor: {names}. Ela não foi enviada e continua aqui. "
        "Preencha ou apague os campos."
    ),
    "axis_unknown": ("Esta classificação não existe mais. Nada foi alterado. Atualize a tela."),
    "node_unknown": ("Este item da árvore não existe mais. Nada foi alterado. Escolha outro item."),
    "node_under_itself": ("Um item não pode ficar dentro dele mesmo. Nada foi movido. Escolha outro lugar."),
    "tree_changed": (
        "Um colega mudou “{name}” enquanto você editava. O que você digitou continua na tela. Confira e salve de novo."
    ),
    "tree_unreadable": (
        "A linha {row} do arquivo não pôde ser lida. A árvore não mudou. Corrija a linha e importe de novo."
    ),
    "template_missing": ("Este modelo não existe mais. A sua resposta continua aqui. Escolha outro modelo."),
    "export.unwritable": (
        "Não foi possível gravar o arquivo {path}. Nada ficou pela metade. "
        "Feche o arquivo se ele estiver aberto, ou escolha outra pasta."
    ),
    "export.disk_full": (
        "Não há espaço em disco para o arquivo {path}. Nada ficou pela metade. Libere espaço ou escolha outra pasta."
    ),
    "plan.changed": (
        "Um colega mudou este passo. O que você escreveu continua na tela. Copie, abra o passo de novo e confira."
    ),
    "plan.long": ("O texto passa de {longest} letras. Ele continua na tela. Encurte um pouco."),
    "swot.changed": (
        "Um colega salvou outra versão da folha. A sua continua na tela e a dele está na lista. Confira e siga."
    ),
    "relation.changed": (
        "Um colega mudou ou excluiu esta ação. O que você escreveu continua na tela. Copie, feche e abra de novo."
    ),
    "relation.empty": "Escreva o que foi publicado ou respondido. O resto continua na tela.",
    "relation.future": "A ação ainda não aconteceu. Nada foi gravado. Confira o dia e a hora.",
    "relation.long": "O texto passa de {longest} letras. Ele continua na tela. Encurte um pouco.",
    "relation.post_taken": (
        "Esta publicação já está em outra ação ou não existe mais. O que você escreveu continua na tela. "
        "Escolha outra ou nenhuma."
    ),
    "report.against": ("Os dias para comparar não estão certos. Nada foi feito. Escolha um início antes do fim."),
    "report.changed": ("Um colega mudou este relatório. O que você escreveu continua na tela. Confira e abra de novo."),
    "report.comment_changed": (
        "Um colega acabou de escrever outro comentário aqui. O seu texto continua na tela. Copie-o e abra de novo."
    ),
    "report.comment_long": ("O comentário passa de {longest} letras. Ele continua na tela. Encurte um pouco."),
    "report.name": ("O nome do relatório precisa ser novo e ter de 1 a {longest} letras. Escolha outro nome."),
    "report.no_parts": ("O relatório não tem nenhum gráfico. Nada foi feito. Escolha pelo menos um."),
    "report.period": ("O período não está certo. Nada foi alterado. Escolha um início antes do fim."),
    "customers_differ": (
        "Os atendimentos são de clientes diferentes. Nada foi juntado. Se for a mesma pessoa, una os cadastros antes."
    ),
    "merge_missing": ("Essa união já foi desfeita ou não existe. Nada foi alterado. Atualize a tela."),
    "merge_with_itself": ("É o mesmo atendimento. Nada foi juntado. Escolha outro."),
    "not_allowed": (
        "Seu perfil não permite isso. Nada foi alterado. Peça a quem é da supervisão ou administra o Balcão."
    ),
    "last_administrator": (
        "É a última pessoa que administra o Balcão. Nada foi alterado. Dê esse perfil a outra pessoa antes."
    ),
    "person_changed": (
        "O cadastro desta pessoa mudou enquanto você editava. Nada foi gravado. Confira e salve de novo."
    ),
    "person_exists": ("Já existe uma pessoa com o nome “{name}”. Nada foi gravado. Use outro nome."),
    "person_name_empty": ("Falta o nome da pessoa. Nada foi gravado."),
    "person_name_long": ("O nome passa de {limit} letras. Nada foi gravado. Use um nome mais curto."),
    "person_unknown": (
        "Este nome ainda não faz parte da equipe deste banco. Nada foi alterado. "
        "Confira a grafia ou peça a quem supervisiona para incluir você em Configurações, Equipe."
    ),
}

ERROR_TEXTS: Final[dict[str, str]] = {
    **WORK_TEXTS,
    **HOURS_TEXTS,
    **ROOMS_TEXTS,
    **AREA_TEXTS,
    **CHANNEL_TEXTS,
    **FORECAST_TEXTS,
    **RULES_TEXTS,
    **SENDING_TEXTS,
    **STORAGE_TEXTS,
    **SUGGESTIONS_TEXTS,
    **TREE_TEXTS,
}

FALLBACK: Final = (
    "Não foi possível concluir. O que você digitou continua na tela e o que já estava salvo não mudou. "
    "Tente de novo; se repetir, informe o código {code}."
)

FACT_WORDS: Final[dict[str, str]] = {
    **DAY_WORDS,
    **FORECAST_WORDS,
    "nature": "natureza",
    "subject": "assunto",
    "solution": "solução",
    "sentiment": "sentimento",
    "front": "frente",
    "profile": "perfil de usuário",
    "situation": "situação",
    "closing_kind": "tipo de fechamento",
    "kind": "tipo de protocolo",
    "owner": "dono",
    "answer": "resposta ao cliente",
    "reply": "resposta ao cliente",
    "cpf": "CPF",
    "cnpj": "CNPJ",
    "phone": "telefone",
    "email": "e-mail",
    "card": "cartão",
    "address": "endereço",
    "postcode": "CEP",
    "order": "número do pedido",
    "order_number": "número do pedido",
    "document": "documento",
    "note": "nota interna",
}
"""Keys that errors carry as facts -> the word that the screen uses."""
