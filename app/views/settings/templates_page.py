"""Reply templates as the supervisor keeps them: where each fits, its variables, its length, seen on a real case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QSplitter, QTableView, QVBoxLayout, QWidget

from app.models.domain.changes import Topic
from app.models.domain.vocabulary import Visibility
from app.services.errors import Invalid
from app.services.template_editing import EditableTemplate, TemplateChoices
from app.views.settings.section_page import SectionPage
from app.views.settings.template_form import TemplateForm
from app.views.support.fields import SearchField
from app.views.support.labels import label
from app.views.support.row_model import Column, RowModel
from app.views.support.spell_check import SpellCheck
from app.views.support.tables import dress_table
from app.views.support.texts import number_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.services.acts import Done
    from app.services.cases import CaseService
    from app.services.rule_set import RuleSet
    from app.services.spelling.service import SpellingService
    from app.services.template_editing import TemplateEditing
    from app.services.templates import FilledTemplate, TemplateService
    from app.views.support.desk import Desk


_Found = tuple[tuple[EditableTemplate, ...], TemplateChoices, list[str]]


class TemplatesPage(SectionPage[_Found]):
    """The list at the left, the chosen template with its preview at the right."""

    def __init__(
        self,
        *,
        desk: Desk,
        editing: TemplateEditing,
        templates: TemplateService,
        cases: CaseService,
        traits: Callable[[], list[str]],
        rule_set: RuleSet,
        spelling: SpellingService | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk=desk, topics=frozenset({Topic.TEMPLATES, Topic.TREE}), parent=parent)
        self._editing, self._templates, self._cases = editing, templates, cases
        self._traits = traits
        self._wanted = 0
        self._all: tuple[EditableTemplate, ...] = ()
        self._begin(
            rule_set=rule_set,
            section="templates",
            title=self.tr("Modelos de resposta"),
            definition=self.tr("Textos prontos que a equipe escolhe ao responder; as chaves { } são preenchidas."),
        )
        self.model: RowModel[EditableTemplate] = RowModel(columns=self._columns(), key=_key, parent=self)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.search = SearchField(
            theme=desk.theme, placeholder=self.tr("Filtrar modelos"), name=self.tr("Filtrar modelos")
        )
        self.retired = QCheckBox(self.tr("Mostrar aposentados"))
        self.form = TemplateForm(theme=desk.theme)
        if spelling is not None:
            SpellCheck(edit=self.form.text_edit, desk=desk, spelling=spelling)
        self.new_button = QPushButton(self.tr("Novo"))
        self.new_button.setProperty("kind", "primary")
        self.copy_button = QPushButton(self.tr("Duplicar"))
        self.retire_button = QPushButton(self.tr("Aposentar"))
        self.case_edit = SearchField(
            theme=desk.theme,
            placeholder=self.tr("Protocolo de um atendimento, para ver como fica"),
            name=self.tr("Protocolo para a prévia"),
        )
        self.preview = label("", wrap=True)
        self._build()
        self._connect()
        self._show_chosen()

    def chosen(self) -> EditableTemplate | None:
        """Return the template chosen."""
        rows = self.table.selectionModel().selectedRows()
        return self.model.row_at(rows[0].row()) if rows else None

    def choose(self, template_id: int) -> None:
        """Choose a template in the list."""
        self.table.selectRow(self.model.index_of(template_id).row())

    def add(self) -> None:
        """Add an empty template and let its name be typed."""
        name, text, actor = self._free_name(self.tr("Modelo novo")), self.tr("Olá, {cliente}!"), self._desk.actor
        self.frame.act("add", lambda: self._editing.add(actor, name, text), self._on_added)

    def duplicate(self) -> None:
        """Add a template like the chosen one."""
        found, actor = self.chosen(), self._desk.actor
        if found is None:
            return
        info = found.info
        name = self._free_name(self.tr("{name} (cópia)").format(name=info.name))
        more: dict[str, Any] = {
            "visibility": info.visibility,
            "nature_key": info.nature_key,
            "trait": info.trait,
            "channel_id": found.channel_id,
        }
        self.frame.act("add", lambda: self._editing.add(actor, name, info.text, **more), self._on_added)

    def toggle_retired(self) -> None:
        """Offer the chosen template no more, or again."""
        found = self.chosen()
        if found is not None:
            self._save(found, {"is_active": not found.is_active})

    def show_preview(self) -> None:
        """Fill the chosen template with the case whose protocol was typed."""
        found, typed, actor = self.chosen(), self.case_edit.text, self._desk.actor
        if found is None or not typed:
            self.preview.setText("")
            return
        templates, cases, template_id = self._templates, self._cases, found.info.id

        def work() -> FilledTemplate:
            case_id = cases.find_by_protocol(typed)
            if case_id is None:
                raise Invalid("case_missing")
            return templates.fill(actor, template_id, case_id)

        self._desk.calls.run(self, "preview", work, self._on_filled, failed=self._on_not_filled)

    def _question(self) -> Callable[[], _Found]:
        editing, traits = self._editing, self._traits
        return lambda: (editing.all(), editing.choices(), traits())

    def _on_read(self, found: _Found) -> None:
        self._all, choices, traits = found
        self.form.set_choices(choices, traits)
        self._filter()

    def _filter(self) -> None:
        words = self.search.text.casefold()
        rows = [
            each
            for each in self._all
            if (each.is_active or self.retired.isChecked())
            and words in f"{each.info.name} {each.info.text} {each.info.shortcut or ''}".casefold()
        ]
        self.model.set_rows(rows)
        if self._wanted and self.model.row_by_id(self._wanted):
            self.choose(self._wanted)
            self._wanted = 0
        elif rows and self.chosen() is None:
            self.table.selectRow(0)
        self._show_chosen()

    def _show_chosen(self) -> None:
        found = self.chosen()
        may = self.frame.may_edit
        for button in (self.copy_button, self.retire_button):
            button.setEnabled(may and found is not None)
        self.new_button.setEnabled(may)
        self.form.form.set_may_edit(may)
        if found is None or found.info.id != self.form.shown_id:
            self.frame.fail(None)
        self.form.show_template(found)
        if found is not None:
            self.retire_button.setText(self.tr("Aposentar") if found.is_active else self.tr("Trazer de volta"))
            self.show_preview()

    def _save(self, found: EditableTemplate, values: dict[str, Any]) -> None:
        actor, editing, info = self._desk.actor, self._editing, found.info
        self.frame.act(
            f"save-{info.id}", lambda: editing.change(actor, info.id, expected_version=info.version, **values)
        )

    def _on_edited(self, values: dict[str, Any]) -> None:
        found = self.chosen()
        if found is not None and found.info.id == self.form.shown_id:
            self._save(found, values)

    def _on_added(self, done: Done[int]) -> None:
        self._wanted = done.value
        self.search.set_text("")
        self._read()
        self.form.name_edit.setFocus()

    def _on_filled(self, filled: FilledTemplate) -> None:
        text = filled.text
        if filled.missing:
            text += "\n\n" + self.tr("Falta neste atendimento: {names}").format(names=", ".join(filled.missing))
        self.preview.setText(text)

    def _on_not_filled(self, _error: Exception) -> bool:
        self.preview.setText(self.tr("Nenhum atendimento com este protocolo."))
        return True

    def _free_name(self, name: str) -> str:
        taken = {each.info.name.casefold() for each in self._all}
        found, place = name, 2
        while found.casefold() in taken:
            found, place = f"{name} {place}", place + 1
        return found

    def _connect(self) -> None:
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_chosen())
        self.search.searched.connect(lambda _: self._filter())
        self.retired.toggled.connect(lambda _: self._filter())
        self.form.edited.connect(self._on_edited)
        self.new_button.clicked.connect(self.add)
        self.copy_button.clicked.connect(self.duplicate)
        self.retire_button.clicked.connect(self.toggle_retired)
        self.case_edit.searched.connect(lambda _: self.show_preview())

    def _build(self) -> None:
        theme = self._desk.theme
        dress_table(self.table, theme=theme, name=self.tr("Modelos"))
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        for place, width in enumerate((220, 80, 60)):
            self.table.setColumnWidth(place, theme.metrics.px(width))
        self.frame.tools.addWidget(self.new_button)
        left, right = QWidget(), QWidget()
        left_box, right_box = QVBoxLayout(left), QVBoxLayout(right)
        theme.space(left_box, margins=(0, 0, 3, 0), spacing=2)
        theme.space(right_box, margins=(3, 0, 0, 0), spacing=2)
        left_box.addWidget(self.search)
        left_box.addWidget(self.table, 1)
        left_box.addWidget(self.retired)
        acts = QHBoxLayout()
        theme.space(acts, spacing=2)
        acts.addWidget(self.copy_button)
        acts.addWidget(self.retire_button)
        acts.addStretch(1)
        right_box.addWidget(self.form, 1)
        right_box.addWidget(self.case_edit)
        right_box.addWidget(self.preview)
        right_box.addLayout(acts)
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(right)
        split.setSizes([theme.metrics.px(480), theme.metrics.px(560)])
        self.frame.body.addWidget(split, 1)

    def _columns(self) -> list[Column[EditableTemplate]]:
        public, private = self.tr("público"), self.tr("privado")
        where = {Visibility.PUBLIC: public, Visibility.PRIVATE: private, None: "–"}
        warn, out = self.tr("não sai: chave desconhecida"), self.tr("aposentado")
        return [
            Column("name", self.tr("Nome"), lambda each: each.info.name),
            Column("where", self.tr("Onde"), lambda each: where[each.info.visibility]),
            Column("used", self.tr("Usos"), lambda each: number_text(each.info.used_count), numeric=True),
            Column(
                "state", self.tr("Situação"), lambda each: out if not each.is_active else warn if each.unknown else ""
            ),
        ]


def _key(each: EditableTemplate) -> int:
    return each.info.id
