"""What *testar* found, one line per ability: works, or why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.views.support.announce import announce
from app.views.support.channel_texts import ability_text, trouble_text
from app.views.support.labels import IconLabel, label

if TYPE_CHECKING:
    from app.services.channels.base import Checked
    from app.views.support.theme import Theme


class CheckedList(QWidget):
    """Lines with a sign; hidden while there is nothing to say."""

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._layout = QVBoxLayout(self)
        theme.space(self._layout, spacing=1)
        self._texts: list[str] = []
        self.hide()

    @property
    def texts(self) -> list[str]:
        """The lines shown."""
        return list(self._texts)

    def clear(self) -> None:
        """Show nothing."""
        self._texts = []
        while (item := self._layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.hide()

    def show_waiting(self) -> None:
        """Say that the network is being asked."""
        self.clear()
        self._add("refresh", "faint", self.tr("Perguntando à rede…"))
        self.show()

    def show_checked(self, checked: Checked) -> None:
        """Show an answer."""
        self.clear()
        if checked.problem is not None:
            self._add("circle-x", "bad", trouble_text(checked.problem, checked.why))
        elif checked.account_name:
            self._add("user-check", "ok", self.tr("Conta na rede: {name}").format(name=checked.account_name))
        for each in checked.findings:
            text = ability_text(each.ability)
            if each.works:
                self._add("circle-check", "ok", text)
            else:
                why = trouble_text(each.problem, each.why) if each.problem is not None else self.tr("não permitido")
                self._add("circle-x", "bad", f"{text}: {why}")
        self.show()
        announce(self, ". ".join(self._texts))

    def _add(self, icon: str, color: str, text: str) -> None:
        self._texts.append(text)
        line = QWidget()
        row = QHBoxLayout(line)
        self._theme.space(row, spacing=2)
        row.addWidget(IconLabel(icon, theme=self._theme, color=color))
        row.addWidget(label(text, wrap=True), 1)
        self._layout.addWidget(line)
