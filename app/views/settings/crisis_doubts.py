"""The words that put a danger word in doubt, as lists of chips."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.views.settings.crisis_chips import WordChips
from app.views.support.cards import Card
from app.views.support.labels import label

if TYPE_CHECKING:
    from app.views.support.theme import Theme


class DoubtCard(Card):
    """Edits the lists of ``DOUBT_WORDS``; ``lists`` holds the chips by the list's name."""

    changed = Signal()

    def __init__(self, *, theme: Theme, may_edit: bool) -> None:
        super().__init__(theme=theme)
        self.setAccessibleName(self.tr("Palavras que deixam em dúvida"))
        self.lists: dict[str, WordChips] = {}
        self.body.addWidget(label(self.tr("Palavras que deixam em dúvida"), "strong"))
        self.body.addWidget(
            label(self.tr("Com elas por perto a menção recebe a marca, mas o alerta não toca."), "small", wrap=True)
        )
        for name, text in self._names().items():
            chips = self.lists[name] = WordChips(theme=theme, name=text)
            chips.set_may_edit(may_edit)
            chips.changed.connect(self.changed)
            self.body.addWidget(label(text, "small"))
            self.body.addWidget(chips)

    def _names(self) -> dict[str, str]:
        return {
            "negations": self.tr("Negações"),
            "conditionals": self.tr("Condições (uma ameaça, não uma negação)"),
            "intentions": self.tr("Intenções"),
            "clause_breaks": self.tr("Começo de outra oração"),
            "quotation_cues": self.tr("Anúncios de citação"),
        }
