"""Where the team's rules send this case at once, with the reason and one key to do it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.models.domain.case_detail import CaseDetail
from app.models.domain.routing import RouteCause
from app.views.case.side_parts import Section
from app.views.support.labels import label
from app.views.support.texts import as_tooltip

if TYPE_CHECKING:
    from app.views.support.theme import Theme


class RouteSection(Section):
    """A button "Encaminhar a Qualidade: cliente VIP" and the rule behind it; away where no rule fits."""

    requested = Signal()

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme=theme, title=self.tr("ENCAMINHAMENTO"), key="Shift+V", parent=parent)
        self.button = QPushButton()
        self.button.setMinimumWidth(0)
        self.button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # the zone keeps its width
        self.button.clicked.connect(self.requested)
        self.reason = label("", "small", wrap=True)
        self.body.addWidget(self.button)
        self.body.addWidget(self.reason)

    def show_case(self, detail: CaseDetail) -> None:
        """Show the proposal for a case."""
        route = detail.route
        self.setVisible(route is not None)
        if route is not None:
            why = ", ".join(cause_text(cause) for cause in route.causes)
            words = self.tr("Encaminhar a {area}: {why}").format(area=route.area_name, why=why)
            self.button.setText(self.tr("Encaminhar a {area}").format(area=route.area_name))
            self.button.setToolTip(as_tooltip(words))
            self.button.setAccessibleName(words)
            self.button.setAccessibleDescription(route.reason)
            self.reason.setText(self.tr("Regra “{name}”. {reason}").format(name=route.rule_name, reason=route.reason))


def cause_text(cause: str) -> str:
    """Return what of a case made a rule fit."""
    return {
        RouteCause.VIP.value: _tr("cliente VIP"),
        RouteCause.CRITICAL.value: _tr("autor crítico"),
        RouteCause.REPEAT.value: _tr("reclamação repetida"),
        RouteCause.CRISIS.value: _tr("nível de crise"),
        RouteCause.CLASSIFIED.value: _tr("classificação"),
        RouteCause.CHANNEL.value: _tr("canal"),
    }.get(cause, cause)


def _tr(text: str) -> str:
    return QCoreApplication.translate("side_route", text)
