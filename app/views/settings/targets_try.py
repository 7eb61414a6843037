"""Which target wins, tried on a case that one makes up: the answer with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from app.models.domain.sla import SlaFacts
from app.models.domain.target_order import ANY_CHANNEL, holding
from app.views.settings.targets_texts import conditions_text, promise_text
from app.views.support.flow_layout import FlowLayout
from app.views.support.labels import label

if TYPE_CHECKING:
    from app.services.targets import TargetBook
    from app.views.support.theme import Theme


class TryPanel(QWidget):
    """Channel, nature, VIP and level of a case; below, the target that it would go by."""

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book: TargetBook | None = None
        self.channel, self.nature, self.level = QComboBox(), QComboBox(), QComboBox()
        self.vip = QCheckBox(self.tr("Cliente VIP"))
        names = (self.tr("Canal do teste"), self.tr("Natureza do teste"), self.tr("Nível de crise do teste"))
        holder = QWidget()
        line = FlowLayout(holder, spacing=theme.metrics.step(2))
        line.addWidget(label(self.tr("TESTAR"), "group"))
        for combo, name in zip((self.channel, self.nature, self.level), names, strict=True):
            combo.setAccessibleName(name)
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(14)
            combo.currentIndexChanged.connect(lambda _place: self._show())
            line.addWidget(combo)
        line.addWidget(self.vip)
        self.answer = label("", "strong", wrap=True)
        self.reason = label("", "small", wrap=True)
        layout = QVBoxLayout(self)
        theme.space(layout, spacing=1)
        layout.addWidget(holder)
        layout.addWidget(self.answer)
        layout.addWidget(self.reason)
        self.vip.toggled.connect(lambda _on: self._show())

    def show_book(self, book: TargetBook) -> None:
        """Take the targets and the choices; what is chosen stays."""
        self._book = None
        choices = (
            (self.channel, self.tr("qualquer canal"), list(book.channels.items())),
            (self.nature, self.tr("natureza em branco"), [(each.id, each.path) for each in book.natures]),
            (self.level, self.tr("sem crise"), [(n, self.tr("crise nível {n}").format(n=n)) for n in book.levels]),
        )
        for combo, nothing, items in choices:
            chosen = combo.currentData()
            combo.clear()
            combo.addItem(nothing, None)
            for value, text in items:
                combo.addItem(text, value)
            combo.setCurrentIndex(max(0, combo.findData(chosen)) if chosen is not None else 0)
        self._book = book
        self._show()

    def _show(self) -> None:
        book = self._book
        if book is None:
            return
        nature = next((each for each in book.natures if each.id == self.nature.currentData()), None)
        channel = self.channel.currentData()
        facts = SlaFacts(
            channel_id=ANY_CHANNEL if channel is None else channel,
            nature_ids=frozenset() if nature is None else nature.above | {nature.id},
            is_vip=self.vip.isChecked(),
            crisis_level=self.level.currentData(),
        )
        found = holding(book.domain, facts)
        if not found:
            self.answer.setText(self.tr("Nenhum prazo vale aqui: o atendimento usa 4 h e 40 h de tempo útil."))
            self.reason.setText("")
            return
        infos = {each.id: each.form for each in book.targets}
        winner = infos[found[0].id]
        self.answer.setText(f"{winner.name}: {promise_text(winner, book.day_minutes)}")
        why = self.tr("Pede: {conditions}. Crise pesa mais que VIP, VIP mais que natureza, natureza mais que canal.")
        text = why.format(conditions=conditions_text(winner, book))
        others = ", ".join(each.name for each in found[1:])
        if others:
            text += " " + self.tr("Também valeriam, com menos peso: {others}.").format(others=others)
        self.reason.setText(text)
