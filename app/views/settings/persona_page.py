"""If the brand were a person: its sheet, its traits, which of them answer which nature, and how that sounds."""

from __future__ import annotations

import base64
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from app.models.domain.brand import PICTURE_BYTES, is_picture
from app.models.domain.words import fold
from app.services.case_reader import BRAND_SETTING
from app.services.errors import Invalid, Unavailable
from app.views.settings.check_matrix import CheckMatrix
from app.views.settings.entry_list import EntryList
from app.views.settings.persona_sheet import PersonaSheet
from app.views.settings.practice_page import PracticePage
from app.views.support.labels import label

if TYPE_CHECKING:
    from app.services.acts import Done
    from app.services.practice import Practice, PracticeService
    from app.services.rule_set import RuleSet
    from app.services.settings_book import SettingValue
    from app.views.support.desk import Desk

_KILO = 1_000


class PersonaPage(PracticePage):
    """The sheet on top, then traits, the matrix and the sample sentences, each on a tab."""

    def __init__(
        self, *, desk: Desk, practice: PracticeService, rule_set: RuleSet, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk=desk, practice=practice, parent=parent)
        theme = desk.theme
        self._begin(
            rule_set=rule_set,
            section="persona",
            title=self.tr("Persona da marca"),
            definition=self.tr("Se a marca fosse uma pessoa: como fala em cada situação."),
        )
        self.sheet = PersonaSheet(theme=theme)
        new_trait = {"key": "", "name": self.tr("Traço novo"), "description": ""}
        self.traits = EntryList(
            theme=theme, title=self.tr("Traços"), name_key="name", new_entry=new_trait, add_text=self.tr("Novo traço")
        )
        self.traits.form.add_line("name", self.tr("Nome"))
        self.traits.form.add_text("description", self.tr("Como esse traço aparece na resposta"), stretch=1)
        self.matrix = CheckMatrix(theme=theme, name=self.tr("Natureza e traço"))
        new_sample = {"nature": "complaint", "trait": "", "text": self.tr("Frase nova")}
        self.samples = EntryList(
            theme=theme,
            title=self.tr("Frases de exemplo"),
            name_key="text",
            new_entry=new_sample,
            add_text=self.tr("Nova frase"),
        )
        self.samples.form.add_choice("nature", self.tr("Natureza"))
        self.samples.form.add_choice("trait", self.tr("Traço"))
        self.samples.form.add_text("text", self.tr("Como a marca diria"), stretch=1)
        self._build()
        self._connect()

    def set_picture(self, path: Path) -> None:
        """Read a picture and put it on the sheet."""
        service, actor = self._service, self._desk.actor

        def work() -> Done[SettingValue]:
            content = _picture_of(path)
            return service.edit(actor, BRAND_SETTING, lambda value: _with_picture(value, content))

        self.frame.act("picture", work)

    def _on_read(self, found: Practice) -> None:
        super()._on_read(found)
        may, brand, value = self.frame.may_edit, found.persona, found.brand.value
        self.sheet.show_brand(brand, may_edit=may)
        natures = [(key, name) for key, name in found.natures]
        traits = [(trait.key, trait.name) for trait in brand.traits]
        self.samples.form.set_choices("nature", natures)
        self.samples.form.set_choices("trait", traits)
        self.traits.show_entries(value["traits"], may_edit=may)
        self.samples.show_entries(value.get("samples", ()), may_edit=may)
        ticked = {(nature, key) for nature, keys in brand.matrix.items() for key in keys}
        self.matrix.matrix.show_matrix(natures, traits, ticked, may_edit=may)

    def _on_sheet_edited(self, values: dict[str, Any]) -> None:
        said = {name: text or "" for name, text in values.items()}
        self._edit(BRAND_SETTING, lambda value: value | {"sheet": {**value["sheet"], **said}}, "sheet")

    def _on_traits_changed(self, traits: list[dict[str, Any]]) -> None:
        self._edit(BRAND_SETTING, lambda value: _with_traits(value, traits), "traits")

    def _on_ticked(self, nature: str, trait: str, is_on: bool) -> None:
        self._edit(BRAND_SETTING, lambda value: _with_tick(value, nature, trait, is_on=is_on))

    def _on_samples_changed(self, samples: list[dict[str, Any]]) -> None:
        first = self._shown.persona.traits[0].key if self._shown and self._shown.persona.traits else ""
        kept = [{**each, "trait": each["trait"] or first} for each in samples]
        self._edit(BRAND_SETTING, lambda value: value | {"samples": kept}, "samples")

    def _connect(self) -> None:
        self.sheet.edited.connect(self._on_sheet_edited)
        self.sheet.picture_chosen.connect(self.set_picture)
        self.sheet.picture_removed.connect(lambda: self._edit(BRAND_SETTING, lambda value: _with_picture(value, b"")))
        self.traits.changed.connect(self._on_traits_changed)
        self.samples.changed.connect(self._on_samples_changed)
        self.matrix.matrix.toggled.connect(self._on_ticked)

    def _build(self) -> None:
        theme = self._desk.theme
        grid = QWidget()
        box = QVBoxLayout(grid)
        theme.space(box, margins=(0, 2, 0, 0), spacing=2)
        text = self.tr("Marque um ou mais traços para cada natureza: eles aparecem ao lado da resposta.")
        box.addWidget(label(text, "small", wrap=True))
        box.addWidget(self.matrix, 1)
        self.tabs = QTabWidget()
        self.tabs.addTab(grid, self.tr("Natureza e traço"))
        self.tabs.addTab(self.traits, self.tr("Traços"))
        self.tabs.addTab(self.samples, self.tr("Frases de exemplo"))
        self.frame.body.addWidget(self.sheet, 2)
        self.frame.body.addWidget(self.tabs, 5)


def _with_picture(value: dict[str, Any], picture: bytes) -> dict[str, Any]:
    return value | {"sheet": {**value["sheet"], "picture": base64.b64encode(picture).decode("ascii")}}


def _picture_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > PICTURE_BYTES:
            raise Invalid("picture_unusable", limit=PICTURE_BYTES // _KILO)
        content = path.read_bytes()
    except OSError as error:
        raise Unavailable("rule_file_unreadable", name=path.name) from error
    if not is_picture(content):
        raise Invalid("picture_unusable", limit=PICTURE_BYTES // _KILO)
    return content


def _with_traits(value: dict[str, Any], traits: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the persona with other traits: a new one gets a key, one that goes leaves matrix and samples."""
    keys = {each["key"] for each in traits if each["key"]}
    named = []
    for each in traits:
        key = each["key"] or _free_key(each["name"] or "", keys)
        keys.add(key)
        named.append({**each, "key": key, "description": each.get("description") or ""})
    matrix = {nature: [key for key in row if key in keys] for nature, row in value["matrix"].items()}
    samples = [each for each in value.get("samples", ()) if each["trait"] in keys]
    return value | {"traits": named, "matrix": matrix, "samples": samples}


def _with_tick(value: dict[str, Any], nature: str, trait: str, *, is_on: bool) -> dict[str, Any]:
    row = [key for key in value["matrix"].get(nature, ()) if key != trait]
    return value | {"matrix": {**value["matrix"], nature: [*row, trait] if is_on else row}}


def _free_key(name: str, taken: set[str]) -> str:
    base = re.sub(r"[^a-z0-9]+", "_", fold(name)).strip("_") or "trait"
    found, place = base, 2
    while found in taken:
        found, place = f"{base}_{place}", place + 1
    return found
