"""What can stop an answer, its files or an act on the way to a network, in Portuguese; joined in ``error_texts``."""

from __future__ import annotations

from typing import Final

SENDING_TEXTS: Final[dict[str, str]] = {
    "file_refused": (
        "O arquivo “{name}” não pode ir com a resposta: ele pode executar um programa, esconde o tipo verdadeiro, "
        "está vazio ou esta rede não o aceita. Nada foi enviado. Escolha uma foto, um PDF ou outro documento comum."
    ),
    "too_many_files": (
        "Aqui cabem no máximo {limit} arquivos por resposta. Nada foi enviado. Tire alguns ou envie em duas respostas."
    ),
    "reply_file_too_large": (
        "O arquivo “{name}” passa de {limit} MB. Nada foi enviado. Diminua o arquivo ou mande um link para ele."
    ),
    "public_attachment_question": (
        "Todo mundo vai poder ver: {names}. Nada foi enviado ainda. Confira se não há dados de ninguém no arquivo "
        "(fotos podem dizer onde e quando foram tiradas) e confirme o envio."
    ),
    "reply_partly_sent": (
        "Uma parte desta resposta já chegou ao cliente e não volta. Nada foi alterado. "
        "Tente de novo para enviar o que falta, ou marque como enviada."
    ),
    "earlier_reply_waits": (
        "Esta resposta espera por outra, anterior, da mesma conversa. Ela não se perdeu. "
        "Resolva a anterior (tente de novo ou volte ao texto) e esta sai em seguida."
    ),
    "approval_needed": (
        "Desde que foi escrita, esta resposta passou a precisar de uma segunda pessoa. Ela não saiu. "
        "Tente de novo para mandá-la à aprovação."
    ),
    "auto_answer_late": (
        "A resposta automática não conseguiu sair a tempo e foi deixada de lado. O cliente não a recebeu. "
        "Responda você mesmo à mensagem."
    ),
    "act_not_supported": "Esta rede não permite isso pelo Balcão. Nada foi alterado. Faça no site da rede.",
    "act_needs_account": (
        "Nenhuma conta conectada pode fazer isso nesta publicação. Nada foi alterado. "
        "Confira em Configurações, Canais, se a conta está ligada e pode responder."
    ),
    "mention_gone": "Esta publicação foi apagada na rede. Nada foi alterado. Não há mais o que fazer nela.",
}
