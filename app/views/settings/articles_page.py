"""Support material as the team keeps it: found by its words, edited in place, retired when it is out of date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPushButton, QSplitter, QTableView, QVBoxLayout, QWidget

from app.models.domain.changes import Topic
from app.services.articles import ArticleInfo
from app.services.template_editing import TemplateChoices
from app.views.settings.section_page import SectionPage
from app.views.support.empty_state import EmptyKind, EmptyState
from app.views.support.field_form import FieldForm
from app.views.support.fields import SearchField
from app.views.support.labels import label
from app.views.support.row_model import Column, RowModel
from app.views.support.spell_check import SpellCheck
from app.views.support.tables import dress_table
from app.views.support.texts import number_text, when_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.services.acts import Done
    from app.services.articles import ArticleService
    from app.services.rule_set import RuleSet
    from app.services.spelling.service import SpellingService
    from app.services.template_editing import TemplateEditing
    from app.views.support.desk import Desk


_Found = tuple[tuple[ArticleInfo, ...], TemplateChoices]


class ArticlesPage(SectionPage[_Found]):
    """The list at the left, the chosen piece at the right."""

    def __init__(
        self,
        *,
        desk: Desk,
        articles: ArticleService,
        templates: TemplateEditing,
        rule_set: RuleSet,
        spelling: SpellingService | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk=desk, topics=frozenset({Topic.ARTICLES}), parent=parent)
        self._articles, self._templates, self._spelling = articles, templates, spelling
        self._wanted = self._shown_id = 0
        self._begin(
            rule_set=rule_set,
            section="articles",
            title=self.tr("Materiais de apoio"),
            definition=self.tr("O que a equipe já descobriu: procure ao responder e use de novo."),
        )
        self.model: RowModel[ArticleInfo] = RowModel(columns=self._columns(), key=_key, parent=self)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.search = SearchField(
            theme=desk.theme, placeholder=self.tr("Buscar nos materiais"), name=self.tr("Buscar nos materiais")
        )
        self.retired = QCheckBox(self.tr("Mostrar aposentados"))
        self.empty = EmptyState(theme=desk.theme)
        self.form = FieldForm(theme=desk.theme)
        self.facts = label("", "small", wrap=True)
        self.new_button = QPushButton(self.tr("Novo"))
        self.new_button.setProperty("kind", "primary")
        self.retire_button = QPushButton(self.tr("Aposentar"))
        self._build()
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_chosen())
        self.search.searched.connect(lambda _: self._read())
        self.retired.toggled.connect(lambda _: self._read())
        self.form.edited.connect(self._on_edited)
        self.new_button.clicked.connect(self.add)
        self.empty.requested.connect(self.add)
        self.retire_button.clicked.connect(self.toggle_retired)
        self._show_chosen()

    def chosen(self) -> ArticleInfo | None:
        """Return the piece chosen."""
        rows = self.table.selectionModel().selectedRows()
        return self.model.row_at(rows[0].row()) if rows else None

    def add(self) -> None:
        """Add a piece and let its title be typed."""
        title, actor, articles = self._free_title(), self._desk.actor, self._articles
        text = self.tr("Escreva aqui a resposta que a equipe pode usar.")
        self.frame.act("add", lambda: articles.add(actor, title, text), self._on_added)

    def toggle_retired(self) -> None:
        """Offer the chosen piece no more, or again."""
        found = self.chosen()
        if found is not None:
            self._save(found, {"is_active": not found.is_active})

    def _question(self) -> Callable[[], _Found]:
        text, retired = self.search.text, self.retired.isChecked()
        articles, templates = self._articles, self._templates
        return lambda: (articles.search(text, include_retired=retired, limit=500), templates.choices())

    def _on_read(self, found: _Found) -> None:
        rows, choices = found
        self.form.set_choices("nature_key", [(None, self.tr("Todas")), *choices.natures])
        self.model.set_rows(rows)
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        if not rows and self.search.text:
            self.empty.show_state(EmptyKind.FILTERED)
        elif not rows:
            text = self.tr("Nenhum material ainda. Uma boa resposta pública também vira material com um clique.")
            self.empty.show_state(EmptyKind.EMPTY, text, button=self.tr("Novo") if self.frame.may_edit else "")
        if self._wanted and self.model.row_by_id(self._wanted):
            self.table.selectRow(self.model.index_of(self._wanted).row())
            self._wanted = 0
        elif rows and self.chosen() is None:
            self.table.selectRow(0)
        self._show_chosen()

    def _show_chosen(self) -> None:
        found, may = self.chosen(), self.frame.may_edit
        self.new_button.setEnabled(may)
        self.retire_button.setEnabled(may and found is not None)
        self.form.set_may_edit(may)
        if found is None:
            self._shown_id = 0
            self.form.clear()
            self.facts.setText("")
            return
        values = {"title": found.title, "nature_key": found.nature_key, "text": found.text}
        if found.id == self._shown_id:
            self.form.show_values(values)
        else:
            self.form.replace_values(values)
            self.frame.fail(None)
        self._shown_id = found.id
        self.retire_button.setText(self.tr("Aposentar") if found.is_active else self.tr("Trazer de volta"))
        when = when_text(found.updated_at, self._desk.clock.now())
        count = found.used_count
        used = self.tr("Usado {n} vezes") if count > 1 else self.tr("Usado 1 vez") if count else self.tr("Nunca usado")
        text = used.format(n=number_text(count)) + " · " + self.tr("mudado {when}").format(when=when)
        self.facts.setText(text + (" · " + self.tr("veio de uma resposta") if found.is_from_reply else ""))

    def _save(self, found: ArticleInfo, values: dict[str, Any]) -> None:
        actor, articles = self._desk.actor, self._articles
        self.frame.act(
            f"save-{found.id}", lambda: articles.change(actor, found.id, expected_version=found.version, **values)
        )

    def _on_edited(self, values: dict[str, Any]) -> None:
        found = self.chosen()
        if found is not None and found.id == self._shown_id:
            self._save(found, values)

    def _on_added(self, done: Done[int]) -> None:
        self._wanted = done.value
        self.search.set_text("")
        self._read()
        self.title_edit.setFocus()

    def _free_title(self) -> str:
        taken = {self.model.row_by_id(each) for each in self.model.ids}
        titles = {each.title for each in taken if each is not None}
        name, place = self.tr("Material novo"), 2
        found = name
        while found in titles:
            found, place = f"{name} {place}", place + 1
        return found

    def _build(self) -> None:
        theme = self._desk.theme
        dress_table(self.table, theme=theme, name=self.tr("Materiais"))
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.table.setColumnWidth(0, theme.metrics.px(300))
        self.title_edit = self.form.add_line("title", self.tr("Título"))
        self.form.add_choice("nature_key", self.tr("Natureza"))
        text = self.form.add_text("text", self.tr("Texto"), stretch=1)
        if self._spelling is not None:
            SpellCheck(edit=text, desk=self._desk, spelling=self._spelling)
        self.form.add_widget(self.facts)
        self.frame.tools.addWidget(self.new_button)
        left, right = QWidget(), QWidget()
        left_box, right_box = QVBoxLayout(left), QVBoxLayout(right)
        theme.space(left_box, margins=(0, 0, 3, 0), spacing=2)
        theme.space(right_box, margins=(3, 0, 0, 0), spacing=2)
        left_box.addWidget(self.search)
        left_box.addWidget(self.table, 1)
        left_box.addWidget(self.empty, 1)
        left_box.addWidget(self.retired)
        right_box.addWidget(self.form, 1)
        right_box.addWidget(self.retire_button, 0, Qt.AlignmentFlag.AlignLeft)
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(right)
        split.setSizes([theme.metrics.px(480), theme.metrics.px(560)])
        self.frame.body.addWidget(split, 1)

    def _columns(self) -> list[Column[ArticleInfo]]:
        out = self.tr("aposentado")
        return [
            Column("title", self.tr("Título"), lambda each: each.title, tooltip=lambda each: each.excerpt),
            Column("used", self.tr("Usos"), lambda each: number_text(each.used_count), numeric=True),
            Column("state", self.tr("Situação"), lambda each: "" if each.is_active else out),
        ]


def _key(each: ArticleInfo) -> int:
    return each.id
