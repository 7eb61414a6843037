"""Reads a satisfaction answer from what the customer writes back: a mark of 1 to 5 and "resolved?", no form needed.

What is in doubt (two marks, a mark that is denied, yes and no at once) stays unread for a person to decide.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.models.domain.words import fold

READ_CHARACTERS = 20_000
BEST = 5
_TEN, _MIDDLE = 10, 3
_SHORT_ANSWER = 300  # characters; a longer text tells a story, in which "bom" is no mark
_TRIMMED = " \n.,;:!)-(\"'"

_NUMBERS = {
    "zero": 0,
    "nenhuma": 0,
    "um": 1,
    "uma": 1,
    "dois": 2,
    "duas": 2,
    "tres": 3,
    "quatro": 4,
    "cinco": 5,
    "seis": 6,
    "sete": 7,
    "oito": 8,
    "nove": 9,
    "dez": 10,
    "mil": 10,
    "maxima": 10,
}
_N = rf"(?:10+|[0-9](?:[.,]\d)?|{'|'.join(_NUMBERS)})"
_MARKS = (
    re.compile(rf"(?<![\w/])(?P<mark>{_N})\s*(?:/|\bde\b|\bem\b|\bsobre\b)\s*(?P<scale>5|10|cinco|dez)(?![\w/])"),
    re.compile(rf"(?<!\w)(?P<mark>{_N})\s+estrel(?:inh)?as?\b"),
    re.compile(
        r"\b(?:nota|avaliacao|avalio|dou|daria|dei|pontuacao)\b(?:\s+(?:e|eh|foi|com|de|um|uma|a|nota))*?"
        rf"\s*[:=-]?\s*(?P<mark>{_N})(?![\w/]|[.,]\d)"
    ),
    re.compile(
        rf"(?:^[^\w\n]*|\b(?:sim|nao)\s*[,.;!-]+\s*)(?P<mark>{_N})\s*(?:[.!,;)](?!\d)|pontos?\b|$)", re.MULTILINE
    ),
    re.compile(rf"\be\s+(?P<mark>{_N})\s+(?:para|pra|pro|no|na|ao|pelo|pela)\b"),  # "nota 2 para a entrega e 5 para..."
)
_STARS = re.compile("[⭐★🌟]+")
_DATE_BEFORE = re.compile(r"\b(?:dia|em|ate|desde|no|do|data|as|das)\s*$")
_DENIED_MARK = re.compile(
    r"\b(?:nao|nem|nunca|jamais)\b(?:\s+(?:dou|daria|e|eh|foi|posso|dar|merec\w+|vale|chega|a|leva|levam|ser|uma|um"
    r"|pra|para|como|nota))*\s*$"
)
_TEN_ASKED = re.compile(r"\b(?:0|zero|1|um)\s*(?:a|ate|-)\s*(?:10|dez)\b")
_FIVE_ASKED = re.compile(r"\b(?:0|zero|1|um)\s*(?:a|ate|-)\s*(?:5|cinco)\b")

# Words that are a mark in themselves, in the gender they are mostly written in and the other.
_WORD_MARKS = {
    **dict.fromkeys(("pessimo", "pessima", "horrivel", "terrivel", "muito ruim"), 1),
    **dict.fromkeys(("muito insatisfeito", "muito insatisfeita", "totalmente insatisfeito"), 1),
    **dict.fromkeys(("ruim", "insatisfeito", "insatisfeita"), 2),
    **dict.fromkeys(("regular", "razoavel", "mais ou menos", "mediano"), 3),
    **dict.fromkeys(("bom", "boa", "satisfeito", "satisfeita"), 4),
    **dict.fromkeys(("muito bom", "muito boa", "otimo", "otima", "excelente", "perfeito", "perfeita"), 5),
    **dict.fromkeys(("muito satisfeito", "muito satisfeita", "super satisfeito", "super satisfeita"), 5),
    **dict.fromkeys(("maravilhoso", "maravilhosa"), 5),
}
_WORD_MARK = re.compile(rf"\b(?:{'|'.join(sorted(_WORD_MARKS, key=len, reverse=True))})\b")
_NO_MARK = re.compile(
    r"\b(?:(?:muito )?(?:bom dia|boa tarde|boa noite|boa semana|bom fim de semana|bom descanso|bom tempo|boa sorte)"
    r"|seria (?:muito )?(?:bom|otimo)|boa vontade|tudo bom)\b"
)
_DENIED_WORD = re.compile(r"\b(?:nao|nem|nunca|nada|pouco|longe)\b(?:\s+\w+){0,3}\s*$")
_TURN = re.compile(r"\b(?:mas|porem|contudo|entretanto|so que|apesar)\b")

_SETTLED = re.compile(
    r"\b(?:(?:foi|esta|ta|ja|tudo|problema|caso|finalmente)\s+)*"
    r"(?:resolv(?:eram|eu|ido|ida|idos|idas)|solucion(?:aram|ou|ado|ada)|deu (?:tudo )?certo|tudo certo|tudo ok"
    r"|voltou a funcionar|(?:esta|ta) funcionando|funcionou|(?:o estorno|o reembolso|o dinheiro) caiu)\b"
)
_UNSETTLED = re.compile(
    r"\b(?:continu(?:a|o|am)\b(?! (?:assim|sendo|cliente))|persiste|(?:o )?mesmo problema|sem solucao|sem resposta"
    r"|sem retorno|nada (?:foi )?(?:feito|mudou)|voltou a (?:dar|acontecer|apresentar)"
    r"|ainda (?:estou|to|tou) (?:com|sem|esperando|aguardando)|ainda aguardo|ainda espero|ate (?:agora|hoje) nada"
    r"|pendente)\b"
)
_YES = re.compile(r"^\W*(?:sim|claro|com certeza|s)\b")
_NO = re.compile(r"^\W*(?:nao|n|negativo|ainda nao|infelizmente nao|nada)(?=\s*(?:[.,;!:)]|$))")
_FIELD = re.compile(r"\bresolvid[oa]\s*[:=?]\s*(sim|s\b|nao|n\b)")
_DENYING = re.compile(
    r"\b(?:nao|n|naum|nunca|nem|ninguem|nada|sem|jamais|mal)\b(?:\s+(?:me|foi|esta|ta|ainda|ficou|tinha|se|esse|isso"
    r"|nada|meu|minha|o|a|problema|caso|ter|sido|tive|que|foram|estao|acho|considero))*\s*$"
)
_DENIED_AFTER = re.compile(r"\s*(?:nada|nadinha|porcaria nenhuma|coisa nenhuma)\b")
_UNSURE_BEFORE = re.compile(r"\b(?:se|quando|caso|espero que|assim que|tomara que|para|sera que)\b(?:\s+\w+){0,3}\s*$")
_PARTLY = re.compile(r"\b(?:em parte|parcialmente|pela metade|mais ou menos|quase|meio que)\b")

_QUOTE_BEGINS = re.compile(
    r"(?:em .{4,120}(?:escreveu|escribio)\s*:|on .{4,160}wrote:|-{2,}\s*(?:mensagem|original|forwarded|encaminhad)"
    r"|_{10,}|(?:de|from)\s*:.{0,120}[@<]|enviad[oa] (?:do|de|pelo) meu |sent from my |obter o outlook|--\s*$)"
)
_AUTOMATIC = re.compile(
    r"resposta automatica|mensagem automatica|e-?mail automatico|automatic reply|auto-?reply|out of (?:the )?office"
    r"|fora do escritorio|ausencia temporaria|estou (?:de|em) (?:ferias|licenca|recesso)"
    r"|estarei (?:ausente|de ferias|fora)|em periodo de ferias|nao responda (?:a )?est[ea]"
    r"|retornarei (?:em|no dia|dia|ao)|acesso limitado (?:ao|aos) e-?mails?|recebemos (?:a )?sua mensagem e"
)


@dataclass(frozen=True, slots=True)
class SatisfactionAnswer:
    """What was read: ``score`` 1 to 5, ``resolved``; None where nothing was said or it is in doubt.

    ``words`` decided, as the text has them (folded). ``is_automatic`` tells an out-of-office answer, never read.
    """

    score: int | None
    resolved: bool | None
    words: tuple[str, ...] = ()
    is_automatic: bool = False


def read_satisfaction(text: str, *, asked_scale: int = BEST) -> SatisfactionAnswer:
    """Read an answer; ``asked_scale`` (5 or 10) is the scale that the question named, for marks without their own.

    A mark above five is read out of ten. Quoted text, signatures and automatic answers are not read.
    """
    own = _own_words(text)
    if _AUTOMATIC.search(own):
        return SatisfactionAnswer(None, None, is_automatic=True)
    score, score_words = _score(own, asked_scale)
    resolved, resolved_words = _resolved(own)
    return SatisfactionAnswer(score, resolved, tuple(dict.fromkeys((*score_words, *resolved_words))))


def _own_words(text: str) -> str:
    """Return the folded lines that the customer wrote, without quotes and signature."""
    kept: list[str] = []
    for line in text[:READ_CHARACTERS].splitlines():
        folded = fold(line).strip()
        if _QUOTE_BEGINS.match(folded):
            break
        if not folded.startswith(">"):
            kept.append(folded)
    return "\n".join(kept)


def _score(own: str, asked_scale: int) -> tuple[int | None, tuple[str, ...]]:
    if _TEN_ASKED.search(own):
        asked_scale = _TEN
    elif _FIVE_ASKED.search(own):
        asked_scale = BEST
    marks = list(_marks(_FIVE_ASKED.sub(" ", _TEN_ASKED.sub(" ", own)), asked_scale))
    if not marks:
        return _word_score(own)
    values = {value for _words, value in marks}
    if len(values) > 1 or None in values:
        return None, ()
    return values.pop(), tuple(words for words, _value in marks)


def _marks(own: str, asked_scale: int) -> Iterator[tuple[str, int | None]]:
    """Yield each mark's words with its value from 1 to 5, None where it is denied."""
    read: set[int] = set()
    for pattern in _MARKS:
        for found in pattern.finditer(own):
            before = own[: found.start()]
            if found.start("mark") in read or _DATE_BEFORE.search(before):
                continue
            read.add(found.start("mark"))
            value = None if _DENIED_MARK.search(before) else _of_five(found, asked_scale)
            yield found[0].strip(_TRIMMED), value
    for found in _STARS.finditer(own):
        yield found[0], min(len(found[0]), BEST)


def _of_five(found: re.Match[str], asked_scale: int) -> int:
    scale = found.groupdict().get("scale")
    value = _number(found["mark"])
    if scale is not None:
        asked_scale = int(_number(scale))
    elif "estrel" in found[0]:
        asked_scale = BEST
    if value > BEST or asked_scale == _TEN:
        value = math.ceil(value / 2)
    return max(math.floor(value + 0.5), 1)


def _number(written: str) -> float:
    if written in _NUMBERS:
        return _NUMBERS[written]
    return min(float(written.replace(",", ".")), _TEN)


def _word_score(own: str) -> tuple[int | None, tuple[str, ...]]:
    """Read a mark from words such as "excelente"; not from a long story, nor where a "but" or a denial turns them."""
    if len(own) > _SHORT_ANSWER or _TURN.search(own):
        return None, ()
    rest = _NO_MARK.sub(" ", own)
    found = list(_WORD_MARK.finditer(rest))
    values = {_WORD_MARKS[each[0]] for each in found}
    if not values or any(_DENIED_WORD.search(rest[: each.start()]) for each in found):
        return None, ()
    if len({(value > _MIDDLE) - (value < _MIDDLE) for value in values}) > 1:
        return None, ()
    return max(values, key=lambda value: abs(value - _MIDDLE)), tuple(dict.fromkeys(each[0] for each in found))


def _resolved(own: str) -> tuple[bool | None, tuple[str, ...]]:
    said = [] if _PARTLY.search(own) else list(_said(own))
    answers = {answer for answer, _words in said}
    if len(answers) != 1:
        return None, ()
    return answers.pop(), tuple(words for _answer, words in said)


def _said(own: str) -> Iterator[tuple[bool, str]]:
    """Yield each yes or no with its words; what is asked or only hoped for says neither."""
    for answer, pattern in ((True, _YES), (False, _NO), (False, _UNSETTLED)):
        for found in pattern.finditer(own):
            yield answer, found[0].strip(_TRIMMED)
    for found in _FIELD.finditer(own):
        yield found[1].startswith("s"), found[0]
    fields = {found.start() for found in _FIELD.finditer(own)}
    for found in _SETTLED.finditer(own):
        before, after = own[: found.start()], own[found.end() :]
        if found.start() in fields or _UNSURE_BEFORE.search(before) or after.lstrip().startswith("?"):
            continue
        denied = _DENYING.search(before)
        is_settled = denied is None and _DENIED_AFTER.match(after) is None
        yield is_settled, (denied[0] if denied else "") + found[0]
