"""How areas read and are typed: deadlines in working hours, what is missing in an area."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from app.services.area_book import AreaCard

_HOUR = 60


def hours_text(minutes: int) -> str:
    """Return minutes as typed in hours: "8", "1:30"."""
    hours, rest = divmod(minutes, _HOUR)
    return f"{hours}:{rest:02d}" if rest else str(hours)


def minutes_of(typed: str) -> int:
    """Return the minutes of "8", "1:30" or "1,5"; 0 for anything else, which no area takes."""
    text = typed.strip().lower().removesuffix("h").strip().replace(",", ".")
    hours, colon, rest = text.partition(":")
    try:
        return int(hours) * _HOUR + int(rest) if colon else round(float(text) * _HOUR)
    except (ValueError, OverflowError):
        return 0


def area_line(area: AreaCard) -> str:
    """Return an area's name with what it is besides."""
    if not area.is_active:
        return _tr("{name} (aposentada)").format(name=area.name)
    return _tr("{name} (última instância)").format(name=area.name) if area.is_ombudsman else area.name


def members_text(area: AreaCard) -> str:
    """Return who belongs to an area, its representative first."""
    names = [
        _tr("{name} (representa)").format(name=each.name) if each.is_representative else each.name
        for each in area.members
    ]
    return ", ".join(names) or _tr("ninguém")


def area_warning(area: AreaCard, *, is_routed: bool) -> str:
    """Return what is missing in an area that receives cases, nothing when all is well."""
    if area.is_unattended:
        if area.open_cases == 1:
            return _tr("1 atendimento espera aqui e ninguém faz parte da área: ninguém vê essa fila.")
        return _tr("{n} atendimentos esperam aqui e ninguém faz parte da área: ninguém vê essa fila.").format(
            n=area.open_cases
        )
    if is_routed and not area.members:
        return _tr("As rotas mandam atendimentos para cá, e ninguém faz parte da área.")
    if is_routed and not area.is_active:
        return _tr("Uma rota ainda aponta para esta área: enquanto estiver aposentada, a rota não vale.")
    return ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("areas_texts", text)
