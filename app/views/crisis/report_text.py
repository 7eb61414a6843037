"""The closing report of a crisis, written from its record: how long, how many, which limits were met, who did what."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.models.domain.crisis_room import ClockFigures, RoomDetail, RoomReport
from app.views.crisis.texts import drill_word, level_text, list_text, report_line
from app.views.support.texts import duration_text, exact_text, number_text, percent_text, when_text


def _tr(text: str) -> str:
    return QCoreApplication.translate("crisis", text)


def report_text(report: RoomReport) -> str:
    """Return the report as Markdown, which also reads well as plain text."""
    detail = report.detail
    mark = f" ({drill_word()})" if detail.line.is_drill else ""
    blocks = [
        f"# {_tr('Relatório da crise')}: {detail.line.name}{mark}",
        "\n".join(_summary(report)),
        f"## {_tr('Prazos')}\n\n" + "\n".join(_clocks(detail)),
        f"## {_tr('Áreas avisadas')}\n\n" + _areas(report),
        f"## {_tr('Posição')}\n\n" + _position(report),
        f"## {_tr('O que aconteceu')}\n\n" + "\n".join(_happened(report)),
        f"## {_tr('O que aprendemos')}\n\n" + _tr("(escreva aqui o que deu certo e o que muda)"),
    ]
    return "\n\n".join(blocks) + "\n"


def _summary(report: RoomReport) -> list[str]:
    detail, figures = report.detail, report.detail.figures
    opened = _tr("Aberta por {name}: {when}")
    lines = [
        f"- {level_text(detail.line.level)}",
        "- " + opened.format(name=detail.line.opened_by or "", when=exact_text(detail.line.opened_at)),
        "- " + _tr("Durou {span}").format(span=duration_text(report.lasted)),
    ]
    if detail.line.is_drill:
        return [*lines, "- " + _tr("Exercício: nenhum atendimento de verdade foi usado.")]
    lines.append(
        "- "
        + _tr("{mentions} menções em {cases} atendimentos, {answers} respostas enviadas").format(
            mentions=number_text(figures.mentions),
            cases=number_text(figures.cases),
            answers=number_text(figures.answers),
        )
    )
    if report.levels:
        by_level = [f"{level_text(level)}: {number_text(n)}" for level, n in report.levels.items()]
        lines.append("- " + list_text(by_level))
    return lines


def _clocks(detail: RoomDetail) -> list[str]:
    if detail.line.is_drill:
        names = (_tr("Alerta assumido"), _tr("Posição aprovada"))
    else:
        names = (_tr("Identificar"), _tr("Responder"))
    figures = (detail.figures.identify, detail.figures.answer)
    return [f"- {name}: {clock_sentence(each)}" for name, each in zip(names, figures, strict=True)]


def clock_sentence(figures: ClockFigures) -> str:
    """Return how a clock was kept: "8 de 10 no prazo (80 %), 1 fora do prazo, 1 ainda aberta"."""
    if not figures.with_clock:
        return _tr("nenhum prazo correu")
    parts = [
        _tr("{met} de {all} no prazo ({share})").format(
            met=number_text(figures.in_time),
            all=number_text(figures.with_clock),
            share=percent_text(figures.in_time / figures.with_clock),
        )
    ]
    late = figures.late + figures.overdue
    if late:
        parts.append(_tr("{n} fora do prazo").format(n=number_text(late)))
    if figures.running:
        parts.append(_tr("{n} ainda correndo").format(n=number_text(figures.running)))
    return ", ".join(parts)


def _areas(report: RoomReport) -> str:
    told = [area for area in report.detail.areas if area.told_at is not None]
    lines = []
    for area in told:
        people = list_text(list(area.members)) or _tr("ninguém cadastrado")
        word = _tr("confirmou") if area.confirmed_at is not None else _tr("não confirmou")
        lines.append(f"- {area.name} ({people}): {word}")
    return "\n".join(lines) or _tr("Nenhuma.")


def _position(report: RoomReport) -> str:
    detail = report.detail
    if not detail.position_text:
        return _tr("Não houve.")
    if detail.position_approved_at is None:
        return f"{detail.position_text}\n\n" + _tr("(não aprovada)")
    approved = _tr("(aprovada por {name})").format(name=detail.position_approved_by or "")
    return f"{detail.position_text}\n\n{approved}"


def _happened(report: RoomReport) -> list[str]:
    lines, day = [], ""
    for entry in report.entries:
        today = when_text(entry.at, report.ends_at).rpartition(" ")[0] or when_text(entry.at, report.ends_at)
        if today != day:
            lines.append(f"**{exact_text(entry.at).rpartition(' ')[0]}**\n")
            day = today
        lines.append(f"- {report_line(entry)}")
    return lines
