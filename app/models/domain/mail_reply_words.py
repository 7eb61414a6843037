"""The words and forms by which e-mail programs mark quotes and signatures, kept apart from the walk through lines."""

from __future__ import annotations

import re
from typing import Final

LONGEST_LINE: Final = 400
"""No program writes a mark longer than this many signs; longer lines are text, so that no search is long."""


def _whole(*parts: str) -> re.Pattern[str]:
    return re.compile(r"^\s*(?:" + "|".join(parts) + r")\s*$", re.IGNORECASE)


_DAYS: Final = (
    r"(?:seg|ter|qua|qui|sex|s[aá]b|dom|mon|tue|wed|thu|fri|sat|sun|lun|mar|mi[eé]|jue|vie|mer|jeu|ven|sam|dim|gio|mo"
    r"|di|mi|do|fr|sa|so)[^\W\d_]*(?:-feira)?\b"
)
_MONTHS: Final = (
    r"(?:jan|feb|fev|ene|mar|apr|abr|may|mai|jun|jul|aug|ago|sep|set|oct|out|nov|dec|dez|dic|f[eé]v|avr|juin|juil"
    r"|ao[uû]t|d[eé]c)[^\W\d_]*\b"
)
VERB: Final = re.compile(
    r"(?<![^\W\d_])(?:wrote|writes|escreveu|escribi[oó]|a [eé]crit|schrieb|ha scritto|schreef|skrev|napisał(?:\(a\))?)"
    r"(?![^\W\d_])",
    re.IGNORECASE,
)
DATED_START: Final = re.compile(
    r"^\s*(?:(?:on|em|no dia|dia|el(?: d[ií]a)?|le|am|il(?: giorno)?|op|den|[aà]s?)\s+)"
    rf"(?:\d|{_DAYS}|{_MONTHS})",
    re.IGNORECASE,
)
"""How a line of attribution starts when it is written out: "Em seg., 3 de mar. de 2025", "On Tue, Apr 29"."""

BARE_START: Final = re.compile(
    rf"^\s*(?:\d{{1,4}}[-/.]\d{{1,2}}[-/.]\d|{_DAYS}[.,]*\s+\d|\d{{1,2}}\s+de\s)", re.IGNORECASE
)
ADDRESS: Final = re.compile(r"[\w.+=-]@[\w-]")
NAMED_START: Final = re.compile(r"^\s*[\w\"'].{0,120}<[^<>\s]{1,120}@[^<>\s]{1,120}>")
TIMED: Final = re.compile(r"\d{1,2}[:h.]\d{2}[^,:]{0,24}(?::\d{2}[^,]{0,24})?,")
"""A time with the comma that programs put before the name; people who tell a story do not."""
HAS_DATE: Final = re.compile(rf"\d{{4}}|\d{{1,2}}[/.]\d{{1,2}}|{_MONTHS}", re.IGNORECASE)
DASHED_ATTRIBUTION: Final = re.compile(
    r"^\s*-{2,}\s*(?:on|em|el|le)\b.{1,300}\b(?:wrote|escreveu|escribi[oó]|[eé]crit)\s*:?\s*-{2,}\s*$", re.IGNORECASE
)

ORIGINAL: Final = _whole(
    r"[-_=*]{2,}\s*(?:mensagem original|original message|mensaje original|message d'origine|urspr[uü]ngliche nachricht"
    r"|messaggio originale|mensagem anterior|previous message|e-?mail original)\s*(?:[-_=*]{2,})?:?",
    r"(?:\*|_)?-{4,}\s*reply message\s*-{4,}",
)
ABOVE_THIS_LINE: Final = re.compile(
    r"(?:reply|respon(?:da|der)|resposta|respuesta|escreva|digite).{0,40}(?:above|acima d|encima d|arriba d|por encima)"
    r".{0,20}(?:line|linha|l[ií]nea)",
    re.IGNORECASE,
)
FORWARD: Final = _whole(
    r"[-_=*> ]*(?:mensagem encaminhada|mensagem reencaminhada|forwarded message|mensaje reenviado"
    r"|message transf[eé]r[eé]|weitergeleitete nachricht)[-_=*: ]*",
    r"(?:in[ií]cio da mensagem (?:re)?encaminhada|begin forwarded message|inicio del mensaje reenviado"
    r"|comienza? el mensaje reenviado)\s*:?",
)
FORWARD_SUBJECT: Final = re.compile(r"^\s*(?:\[[^\]]{1,40}\]\s*)?(?:fwd?|enc|rv|tr|wg)\s*:", re.IGNORECASE)
HEADER_KEY: Final = re.compile(
    r"^\s*[*_]{0,2}(?:(?P<sender>de|from|von|da|remetente)|(?P<date>enviad[oa](?: em| el)?|data|date|sent|fecha"
    r"|envoy[eé]|gesendet|datum|inviato|data de envio)|(?P<to>para|to|[àa]|an|destinat[aá]rio)"
    r"|(?P<subject>assunto|subject|asunto|objet|betreff|oggetto)"
    r"|cc|cco|bcc|importance|import[aâ]ncia|prioridade|reply-to|responder a|anexos|attachments)"
    r"\s?[*_]{0,2}\s?:[*_]{0,2}(?:\s|$)",
    re.IGNORECASE,
)

_OWN: Final = r"(?:my|o meu|meu|a minha|minha|mi|mon|meinem|un|um|uma|an?|the|o|el|la)"
_MADE_WITH: Final = (
    r"iphone|ipad|ipod|icloud|android|galaxy|samsung|motorola|moto|xiaomi|redmi|poco|huawei|lg|nokia|blackberry|windows"
    r"|outlook|yahoo|e?-?mail|correio|correo|gmail|proton|uol|bol|terra|hotmail|zoho|celular|smartphone|telefone"
    r"|tel[eé]fono|m[oó]vil|phone|mobile|tablet|aparelho|dispositivo|device|pixel|mac"
)
MOBILE: Final = _whole(
    r"(?:sent|enviad[oa]|envoy[eé]|gesendet|mandado)\s+(?:from|do|da|de|desde|via|pelo|pela|from|with|con|com|von|depuis|a"
    rf" partir d[oe])\s+(?:{_OWN}\s+)?(?:[^\s,;?!]{{1,20}}\s+){{0,4}}?(?:{_MADE_WITH})\b[^,;?!]{{0,60}}"
    r"(?:<[^<>]{0,200}>|\[[^\[\]]{0,200}\])?[.!]?",
    r"(?:sent from my|enviad[oa] d[oe] meu|enviad[oa] da minha|enviad[oa] desde mi)(?:\s+[^\s,;:?!.]{1,24}){1,4}\.?",
    r"(?:get|obter|obtenha|baixe|obt[eé]n|obtener|descargar) (?:o |el )?outlook (?:for|para|pour)"
    r" [^\s<\[]{2,12}.{0,200}",
    r"(?:yahoo mail|outlook|gmail)\s*:\s*.{0,60}",
)
DELIMITER: Final = re.compile(r"^\s?(?:--|—|––)\s*$")
DIVIDER: Final = re.compile(r"^[\s>]*[-_=*—–]{3,}\s*$")
DASH_NAME: Final = re.compile(r"^(?:[-–—]|[–—] )[A-ZÀ-Ý][\w'’.]{1,24}(?: (?:d[aeo]s? )?[A-ZÀ-Ý][\w'’.]{0,24}){0,3}$")
CLOSING: Final = _whole(
    r"[*_]{0,2}(?:muito )?(?:atenciosamente|atentamente|cordialmente|respeitosamente|att|atte|at\.te|cordialement"
    r"|cordiais sauda[cç][oõ]es|sauda[cç][oõ]es(?: cordiais)?|(?:com os )?(?:melhores )?cumprimentos"
    r"|(?:um )?(?:grande |forte )?abra[cç]os?|(?:un )?(?:cordial )?saludos?(?: cordiales)?"
    r"|(?:best|kind|warm)(?: and warm)? regards|regards|yours (?:sincerely|faithfully|truly)|sincerely(?: yours)?)"
    r"[*_]{0,2}[.,!;:]{0,2}"
)
NOT_ONLY_A_NAME: Final = re.compile(
    r"[?]|\b(?:pedidos?|protocolos?|compra|nota|nf-?e?|contrato|cpf|cnpj|rg|c[oó]digo|rastreio|rastreamento|ocorr[eê]ncia"
    r"|p\.?\s?s|obs|aguardo|favor|order|case|invoice|n[uú]mero|factura|fatura|reclam\w+|matr[ií]cula|apartamento|s[eé]rie)\b",
    re.IGNORECASE,
)
"""What makes the lines under "Atenciosamente," more than a signature."""

_LEGAL_MARKS: Final = tuple(
    re.compile(part, re.IGNORECASE)
    for part in (
        r"confiden[ct]i|sigilo|privileg|reservada|propriet[aá]r|proprietary",
        r"destinat[aá]ri|destinad|recipient|intended|addressee|dirigid",
        r"proibi|prohibi|n[aã]o autorizad|unauthori|vedad|estritamente|strictly",
        r"por engano|equivocad|inadvertid|in error|by mistake|por error|erroneament",
        r"apag(?:ue|ar|á)|delet|elimin|exclu[ai]|destru|destroy|borr(?:e|ar)",
        r"anexo|attach|adjunt|conte[uú]do|contents?\b|contenido|informa[cç][oõ]es|information",
        r"mensagem|message|mensaje|e-?mail|correo|comunica",
    )
)
_LEAST_LEGAL_MARKS: Final = 5
_FOOTER_START: Final = re.compile(
    r"^[\s*_>P]{0,4}(?:antes de imprimir|before printing|please consider the environment|pense no meio ambiente"
    r"|(?:por favor,? )?piense en el medio ambiente|livre de v[ií]rus|virus[- ]free|libre de virus|sem v[ií]rus"
    r"|este e-?mail foi (?:verificado|analisado|escaneado)|this e?-?mail has been (?:checked|scanned)|no virus found"
    r"|you (?:are receiving|received) this (?:message|e-?mail)? ?because|voc[eê] (?:est[aá] recebendo|recebeu) est[ae]"
    r" (?:mensagem|e-?mail) porque|recibiste este (?:mensaje|correo) porque|aviso (?:legal|de confidencialidade)\W*$"
    r"|confidentiality notice\W*$|disclaimer\W*$)",
    re.IGNORECASE,
)
_LIST_FOOTER: Final = re.compile(
    r"mailing list|listinfo|unsubscribe|descadastr|cancelar (?:a |sua )?(?:inscri|assinatura)|google groups"
    r"|grupos do google|darse de baja",
    re.IGNORECASE,
)
_FOOTER_READ: Final = 1500


def is_footer(paragraph: str) -> bool:
    """Tell whether a paragraph is a legal notice, a virus scanner's or a mailing list's, by several words at once."""
    start = paragraph[:_FOOTER_READ]
    if _FOOTER_START.match(start):
        return True
    if DIVIDER.match(start.partition("\n")[0]) and _LIST_FOOTER.search(start):
        return True
    return sum(bool(mark.search(start)) for mark in _LEGAL_MARKS) >= _LEAST_LEGAL_MARKS
