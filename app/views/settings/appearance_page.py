"""Each person sets how this workstation looks and sounds; a change shows at once and is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QSlider, QVBoxLayout, QWidget

from app.views.support.cards import Card
from app.views.support.fields import Segment, SegmentedControl
from app.views.support.i18n import LANGUAGES
from app.views.support.labels import label
from app.views.support.metrics import SCALES

if TYPE_CHECKING:
    from app.services.settings import WorkstationSettings
    from app.views.support.preferences import Preferences
    from app.views.support.theme import Theme, ThemeChoice


class AppearancePage(QWidget):
    """Palette, letter size, density, language, sound and spelling of this workstation."""

    def __init__(self, *, theme: Theme, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._preferences = theme, preferences
        self.palette_choice = SegmentedControl(
            theme=theme,
            name=self.tr("Cores"),
            segments=[
                Segment("system", self.tr("Como o sistema")),
                Segment("light", self.tr("Claro"), "sun"),
                Segment("dark", self.tr("Escuro"), "moon"),
                Segment("contrast", self.tr("Alto contraste"), "contrast"),
            ],
        )
        self.density = SegmentedControl(
            theme=theme,
            name=self.tr("Listas"),
            segments=[Segment("comfortable", self.tr("Confortável")), Segment("compact", self.tr("Densa"))],
        )
        self.scale = QSlider(Qt.Orientation.Horizontal)
        self.scale.setRange(0, len(SCALES) - 1)
        self.scale.setPageStep(1)
        self.scale.setAccessibleName(self.tr("Tamanho da letra"))
        self._scale_text = label("", "strong")
        self.language = QComboBox()
        for code, name in LANGUAGES.items():
            self.language.addItem(name, code)
        self.language.setAccessibleName(self.tr("Idioma"))
        self._restart = label(self.tr("O idioma muda quando o Balcão for aberto de novo."), "small", wrap=True)
        self.sound = QCheckBox(self.tr("Tocar um som quando houver crise"))
        self.spelling = QCheckBox(self.tr("Verificar ortografia ao escrever"))
        self._build()
        self._show(preferences.current)
        self._connect()

    def _build(self) -> None:
        card = Card(
            theme=self._theme,
            title=self.tr("Aparência"),
            definition=self.tr("Vale só para esta estação; os colegas não são afetados."),
        )
        grid = QGridLayout()
        self._theme.space(grid, margins=(0, 2, 0, 0), spacing=4)
        grid.setColumnStretch(1, 1)
        sizes = QHBoxLayout()
        sizes.addWidget(self.scale)
        sizes.addWidget(self._scale_text)
        size_box = QWidget()
        self._theme.space(sizes, spacing=3)
        size_box.setLayout(sizes)
        rows: list[tuple[str, QWidget]] = [
            (self.tr("Cores"), self.palette_choice),
            (self.tr("Tamanho da letra"), size_box),
            (self.tr("Listas"), self.density),
            (self.tr("Idioma"), self.language),
            ("", self._restart),
            (self.tr("Som"), self.sound),
            (self.tr("Escrita"), self.spelling),
        ]
        for row, (name, widget) in enumerate(rows):
            if name:
                grid.addWidget(label(name, "muted"), row, 0)
            grid.addWidget(widget, row, 1)
        card.body.addLayout(grid)
        card.body.addStretch(1)
        layout = QVBoxLayout(self)
        self._theme.space(layout, margins=(5, 4, 5, 4))
        layout.addWidget(card)

    def _connect(self) -> None:
        self.palette_choice.chosen.connect(self._on_palette_chosen)
        self.density.chosen.connect(self._on_density_chosen)
        self.scale.valueChanged.connect(self._on_scale_changed)
        self.language.currentIndexChanged.connect(self._on_language_changed)
        self.sound.toggled.connect(lambda on: self._preferences.change(sound=on))
        self.spelling.toggled.connect(lambda on: self._preferences.change(spell_check=on))
        self._preferences.changed.connect(self._show)

    def _show(self, settings: WorkstationSettings) -> None:
        self.palette_choice.choose(settings.theme)
        self.density.choose(settings.density)
        nearest = min(range(len(SCALES)), key=lambda place: abs(SCALES[place] - settings.font_scale))
        self.scale.blockSignals(True)
        self.scale.setValue(nearest)
        self.scale.blockSignals(False)
        self._scale_text.setText(f"{settings.font_scale} %")
        self.language.setCurrentIndex(max(0, self.language.findData(settings.language)))
        self.sound.setChecked(settings.sound)
        self.spelling.setChecked(settings.spell_check)

    def _on_palette_chosen(self, choice: ThemeChoice) -> None:
        if choice != self._theme.choice:
            self._theme.apply(choice=choice)
        self._preferences.change(theme=choice)

    def _on_density_chosen(self, density: str) -> None:
        compact = density == "compact"
        if compact != self._theme.metrics.compact:
            self._theme.apply(compact=compact)
        self._preferences.change(density=density)

    def _on_scale_changed(self, place: int) -> None:
        self._theme.apply(scale=SCALES[place])
        self._preferences.change(font_scale=SCALES[place])

    def _on_language_changed(self, place: int) -> None:
        self._preferences.change(language=self.language.itemData(place))
