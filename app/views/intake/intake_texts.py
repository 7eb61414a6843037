"""Codes of files, columns and rejected rows become words here, so that every part of the import says the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from app.models.domain.incoming import RejectReason
from app.services.files.detect import FileKind, Format
from app.services.files.mapping import DateForm
from app.services.intake.runs import RunStatus

if TYPE_CHECKING:
    from app.views.support.tokens import Tone

UNUSED = ""
"""Stands in a column's choice for a column that is only kept beside the mention."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("intake_texts", text)


def channel_names() -> dict[str, str]:
    """Return channel key -> name, in the order of the choice."""
    return {
        "reclame_aqui": "Reclame Aqui",
        "consumidor_gov": "Consumidor.gov.br",
        "instagram": "Instagram",
        "facebook": "Facebook",
        "x": "X",
        "youtube": "YouTube",
        "whatsapp": "WhatsApp",
        "telegram": "Telegram",
        "email": _tr("E-mail"),
        "phone": _tr("Telefone"),
        "counter": _tr("Balcão da loja"),
        "google_play": "Google Play",
        "mastodon": "Mastodon",
        "bluesky": "Bluesky",
        "forum": _tr("Fórum"),
        "blog": _tr("Blog"),
        "rss": _tr("Notícias (RSS)"),
        "other": _tr("Outro"),
    }


def field_names() -> dict[str, str]:
    """Return what a column can be -> its name, most used first; ``UNUSED`` leads."""
    return {
        UNUSED: _tr("não usar"),
        "text": _tr("Texto"),
        "title": _tr("Título"),
        "posted_at": _tr("Data"),
        "posted_time": _tr("Hora"),
        "author_name": _tr("Autor"),
        "author_key": _tr("Perfil do autor"),
        "external_id": _tr("Código na origem"),
        "permalink": _tr("Link"),
        "channel": _tr("Canal"),
        "place": _tr("Cidade"),
        "place_state": _tr("Estado (UF)"),
        "email": _tr("E-mail do cliente"),
        "phone": _tr("Telefone do cliente"),
        "document": _tr("CPF ou CNPJ"),
        "source_rating": _tr("Nota"),
        "likes": _tr("Curtidas"),
        "shares": _tr("Compartilhamentos"),
        "replies": _tr("Comentários"),
        "reach": _tr("Alcance"),
        "language": _tr("Idioma"),
        "thread_key": _tr("Conversa"),
        "in_reply_to": _tr("Em resposta a"),
    }


def form_names() -> dict[str, str]:
    """Return the value of a ``DateForm`` -> its name."""
    return {
        DateForm.DMY.value: _tr("dia/mês/ano"),
        DateForm.MDY.value: _tr("mês/dia/ano"),
        DateForm.ISO.value: _tr("ano-mês-dia"),
        DateForm.EXCEL_SERIAL.value: _tr("número do Excel"),
        DateForm.EPOCH.value: _tr("segundos desde 1970"),
        DateForm.RFC2822.value: _tr("data de e-mail"),
    }


def zone_names() -> dict[str, str]:
    """Return IANA zone -> its name, the zones of Brazil and UTC."""
    return {
        "America/Sao_Paulo": _tr("Brasília"),
        "America/Manaus": _tr("Manaus"),
        "America/Cuiaba": _tr("Cuiabá"),
        "America/Rio_Branco": _tr("Rio Branco"),
        "America/Noronha": _tr("Fernando de Noronha"),
        "UTC": "UTC",
    }


def kind_text(kind: FileKind) -> str:
    """Return what a file is: "Tabela CSV, separada por ponto e vírgula · Windows-1252 · 1,2 MB"."""
    names = {
        Format.CSV: _tr("Tabela CSV"),
        Format.XLSX: _tr("Planilha"),
        Format.JSON: _tr("JSON"),
        Format.JSONL: _tr("JSON, um por linha"),
        Format.MBOX: _tr("Caixa de e-mails (mbox)"),
        Format.EML: _tr("E-mail (EML)"),
        Format.WHATSAPP: _tr("Conversa do WhatsApp"),
    }
    parts = [names[kind.format]]
    if kind.format is Format.CSV:
        signs = {",": _tr("vírgula"), ";": _tr("ponto e vírgula"), "\t": _tr("tabulação"), "|": _tr("barra vertical")}
        parts[0] = _tr("{kind}, separada por {sign}").format(
            kind=parts[0], sign=signs.get(kind.delimiter, kind.delimiter)
        )
    if kind.format not in {Format.XLSX, Format.MBOX, Format.EML, Format.WHATSAPP}:
        parts.append({"cp1252": "Windows-1252"}.get(kind.encoding, kind.encoding.upper()))
    parts.append(QLocale().formattedDataSize(kind.size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat))
    return " · ".join(parts)


def reason_text(reason: RejectReason) -> str:
    """Return why a row was refused, in a few words."""
    return {
        RejectReason.EMPTY_TEXT: _tr("sem texto"),
        RejectReason.BAD_DATE: _tr("data impossível ou ausente"),
        RejectReason.FUTURE_DATE: _tr("data no futuro"),
        RejectReason.TOO_LARGE: _tr("grande demais"),
        RejectReason.UNREADABLE: _tr("ilegível"),
        RejectReason.BAD_STRUCTURE: _tr("linha quebrada"),
        RejectReason.ERASED_ON_REQUEST: _tr("apagada a pedido do cliente"),
        RejectReason.OWN_MESSAGE: _tr("escrita por nós"),
    }[reason]


def detail_text(detail: str) -> str:
    """Return one sentence on what was wrong with a row; ``detail`` is a code, perhaps with what it stumbled on."""
    code, _, value = detail.partition(": ")
    sentences = {
        "columns": _tr("A linha tem mais ou menos colunas que o título ({value})."),
        "date": _tr("“{value}” não é uma data possível."),
        "encoding": _tr("Há sinais que não puderam ser lidos."),
        "field_too_large": _tr("Um campo tem mais de 1 MB."),
        "json": _tr("O JSON desta linha está quebrado."),
        "mail": _tr("O e-mail não pôde ser lido."),
        "no_date": _tr("Falta a data."),
        "no_text": _tr("Falta o texto."),
        "own_message": _tr("É uma mensagem nossa: só as do cliente viram menções."),
        "not_an_object": _tr("A linha não é um objeto JSON."),
        "record_too_large": _tr("A linha inteira tem mais de 8 MB."),
        "truncated": _tr("O arquivo acaba no meio desta linha."),
        "unclosed_quote": _tr("Uma aspa foi aberta e não foi fechada."),
    }
    return sentences[code].format(value=value) if code in sentences else detail


def status_text(status: RunStatus) -> tuple[str, Tone]:
    """Return how an import stands and its tone."""
    found: dict[RunStatus, tuple[str, Tone]] = {
        RunStatus.RUNNING: (_tr("Em andamento"), "info"),
        RunStatus.CANCELLED: (_tr("Interrompida"), "warn"),
        RunStatus.FAILED: (_tr("Parou com erro"), "bad"),
        RunStatus.DONE: (_tr("Concluída"), "ok"),
    }
    return found[status]
