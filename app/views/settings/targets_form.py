"""The form of one target: for whom it holds, what it promises, and when to warn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QSpinBox, QVBoxLayout

from app.services.targets import TargetForm
from app.views.settings.targets_texts import clock_word, minutes_text, parse_minutes
from app.views.support.announce import announce
from app.views.support.labels import label
from app.views.support.spin_fields import dress_spins
from app.views.support.theme import set_property

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from app.services.targets import TargetBook
    from app.views.support.theme import Theme


class TargetEditor(QFrame):
    """Fields of one target; Enter saves. ``is_touched`` = something was typed since a target was shown."""

    saved = Signal(object)
    """Carries the ``TargetForm``."""
    dropped = Signal()

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "box")
        self._day = 480
        self.is_touched = False
        self.name = QLineEdit()
        self.channel, self.nature, self.vip, self.level = (QComboBox() for _ in range(4))
        self.first, self.resolution = QLineEdit(), QLineEdit()
        self.kind = QComboBox()
        for is_clock in (False, True):
            self.kind.addItem(clock_word(is_clock_time=is_clock), is_clock)
        self.warning = QSpinBox()
        self.warning.setRange(1, 99)
        self.warning.setSuffix(" %")
        self.save_button = QPushButton(self.tr("Salvar prazo"))
        self.save_button.setProperty("kind", "primary")
        self.drop_button = QPushButton(self.tr("Descartar"))
        self.message = label("", "error", wrap=True)
        self.message.hide()
        self._build(theme)

    def show_choices(self, book: TargetBook) -> None:
        """Take what the conditions are chosen from; what is chosen stays."""
        self._day = book.day_minutes
        anything = (self.tr("qualquer"), None)
        _fill(self.channel, [anything, *((name, number) for number, name in book.channels.items())])
        _fill(self.nature, [anything, *((each.path, each.id) for each in book.natures)])
        _fill(self.vip, [anything, (self.tr("só VIP"), True), (self.tr("só quem não é VIP"), False)])
        _fill(self.level, [anything, *((self.tr("nível {n}").format(n=n), n) for n in book.levels)])

    def show_target(self, form: TargetForm) -> None:
        """Show a target to edit."""
        self.name.setText(form.name)
        self.name.setCursorPosition(0)
        for combo, value in (
            (self.channel, form.channel_id),
            (self.nature, form.nature_node_id),
            (self.vip, form.is_vip),
            (self.level, form.crisis_level),
            (self.kind, form.is_clock_time),
        ):
            _choose(combo, value)
        for field, minutes in ((self.first, form.first_response_minutes), (self.resolution, form.resolution_minutes)):
            field.setText(minutes_text(minutes, is_clock_time=form.is_clock_time, day_minutes=self._day))
        self.warning.blockSignals(True)
        self.warning.setValue(form.warning_percent)
        self.warning.blockSignals(False)
        self.is_touched = False
        self._fail("", None)

    def form(self) -> TargetForm | None:
        """Return the target as it stands; None, and it is said, when a duration cannot be read."""
        is_clock = bool(self.kind.currentData())
        found = []
        for field in (self.first, self.resolution):
            minutes = parse_minutes(field.text(), is_clock_time=is_clock, day_minutes=self._day)
            if minutes is None:
                text = self.tr("Não entendi “{text}”. Escreva, por exemplo, 30 min, 2 h, 1 h 30 ou 1 dia útil.")
                self._fail(text.format(text=field.text()), field)
                return None
            found.append(minutes)
        self._fail("", None)
        return TargetForm(
            name=" ".join(self.name.text().split()),
            first_response_minutes=found[0],
            resolution_minutes=found[1],
            channel_id=self.channel.currentData(),
            nature_node_id=self.nature.currentData(),
            is_vip=self.vip.currentData(),
            crisis_level=self.level.currentData(),
            is_clock_time=is_clock,
            warning_percent=self.warning.value(),
        )

    def save(self) -> None:
        """Hand the target over when it can be read."""
        form = self.form()
        if form is not None:
            self.saved.emit(form)

    def set_read_only(self, read_only: bool) -> None:
        """Let nobody edit."""
        for widget in (
            *(self.name, self.first, self.resolution),
            *(self.channel, self.nature, self.vip, self.level, self.kind, self.warning, self.save_button),
        ):
            widget.setEnabled(not read_only)

    def _build(self, theme: Theme) -> None:
        upper: list[tuple[str, QWidget]] = [
            (self.tr("Nome"), self.name),
            (self.tr("Canal"), self.channel),
            (self.tr("Natureza"), self.nature),
            (self.tr("Cliente"), self.vip),
            (self.tr("Crise"), self.level),
        ]
        lower: list[tuple[str, QWidget]] = [
            (self.tr("1ª resposta em"), self.first),
            (self.tr("Solução em"), self.resolution),
            (self.tr("Conta em"), self.kind),
            (self.tr("Avisar quando passar"), self.warning),
        ]
        dress_spins(self.warning, theme=theme)
        grid = QGridLayout()
        theme.space(grid, spacing=1.5)
        for row, fields in enumerate((upper, lower)):
            for column, (title, field) in enumerate(fields):
                heading = label(title, "small")
                heading.setBuddy(field)
                field.setAccessibleName(title)
                grid.addWidget(heading, 2 * row, column)
                grid.addWidget(field, 2 * row + 1, column)
        self.name.setMinimumWidth(theme.metrics.px(130))
        grid.setColumnStretch(0, 2)
        for column in range(1, 5):
            grid.setColumnStretch(column, 1)
        for combo in (self.channel, self.nature, self.vip, self.level, self.kind):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(10 if combo is self.kind else 6)
        foot = QHBoxLayout()
        theme.space(foot, spacing=2)
        foot.addWidget(self.message, 1)
        foot.addStretch(1)
        foot.addWidget(self.drop_button)
        foot.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        theme.space(layout, margins=(3, 2, 3, 2), spacing=1.5)
        layout.addLayout(grid)
        layout.addLayout(foot)
        self.save_button.clicked.connect(self.save)
        self.drop_button.clicked.connect(self.dropped)
        for field in (self.name, self.first, self.resolution):
            field.returnPressed.connect(self.save)
            field.textEdited.connect(self._on_touched)
        for combo in (self.channel, self.nature, self.vip, self.level, self.kind):
            combo.activated.connect(self._on_touched)
        self.warning.valueChanged.connect(self._on_touched)

    def _on_touched(self) -> None:
        self.is_touched = True

    def _fail(self, text: str, wrong: QLineEdit | None) -> None:
        self.message.setText(text)
        self.message.setVisible(bool(text))
        for field in (self.first, self.resolution):
            set_property(field, "invalid", "true" if field is wrong else "false")
        if wrong is not None:
            wrong.setFocus()
            announce(self, text, urgent=True)


def _fill(combo: QComboBox, items: Iterable[tuple[str, object]]) -> None:
    chosen = combo.currentData()
    combo.blockSignals(True)
    combo.clear()
    for text, value in items:
        combo.addItem(text, value)
    _choose(combo, chosen)
    combo.blockSignals(False)


def _choose(combo: QComboBox, value: object) -> None:
    # findData takes True for 1 and None for nothing; places are compared here.
    places = [n for n in range(combo.count()) if combo.itemData(n) is value or combo.itemData(n) == value]
    combo.setCurrentIndex(places[0] if places else 0)
