"""The form of one template: its fields, the variables to insert, what keeps it from being sent, how long it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.models.domain.template_text import Variable
from app.models.domain.vocabulary import Visibility
from app.views.support.field_form import FieldForm
from app.views.support.flow_layout import FlowLayout
from app.views.support.labels import label
from app.views.support.texts import number_text

if TYPE_CHECKING:
    from app.services.template_editing import EditableTemplate, TemplateChoices
    from app.views.support.theme import Theme

_OWN = ("name", "shortcut", "visibility", "nature_key", "trait")


class TemplateForm(QWidget):
    """Edits one template in place; ``edited`` carries the columns that differ."""

    edited = Signal(dict)

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown_id = 0
        self.form = form = FieldForm(theme=theme)
        self.problem = label("", "error", wrap=True)
        self.problem.hide()
        self.lengths = label("", "small", wrap=True)
        self.name_edit = form.add_line("name", self.tr("Nome"))
        form.add_line("shortcut", self.tr("Atalho de digitação"))
        places = [
            (None, self.tr("Público ou privado")),
            (Visibility.PUBLIC, self.tr("Só público")),
            (Visibility.PRIVATE, self.tr("Só privado")),
        ]
        form.add_choice("visibility", self.tr("Onde"), places)
        form.add_choice("nature_key", self.tr("Natureza"))
        form.add_choice("trait", self.tr("Traço da persona"))
        form.add_choice("channel_id", self.tr("Canal"))
        self.text_edit = form.add_text("text", self.tr("Texto"), stretch=1)
        for widget in (self.problem, self._variables(theme), self.lengths):
            form.add_widget(widget)
        form.edited.connect(self.edited)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(form)

    @property
    def shown_id(self) -> int:
        """Id of the template shown, 0 for none."""
        return self._shown_id

    def set_choices(self, choices: TemplateChoices, traits: Sequence[str]) -> None:
        """Offer channels, natures and traits."""
        self.form.set_choices("channel_id", [(None, self.tr("Todos")), *choices.channels])
        self.form.set_choices("nature_key", [(None, self.tr("Todas")), *choices.natures])
        self.form.set_choices("trait", [(None, self.tr("Nenhum")), *((each, each) for each in traits)])

    def show_template(self, found: EditableTemplate | None) -> None:
        """Show a template; what is being typed in the one shown already stays."""
        if found is None:
            self._shown_id = 0
            self.form.clear()
            self.problem.hide()
            self.lengths.setText("")
            return
        values = {name: getattr(found.info, name) for name in _OWN}
        values |= {"channel_id": found.channel_id, "text": found.info.text}
        if found.info.id == self._shown_id:
            self.form.show_values(values)
        else:
            self.form.replace_values(values)
        self._shown_id = found.info.id
        self._show_problems(found)

    def _show_problems(self, found: EditableTemplate) -> None:
        names = ", ".join("{" + name + "}" for name in found.unknown)
        text = self.tr("{names} não é preenchido: assim a resposta não sai. Use uma das chaves abaixo.")
        self.problem.setText(text.format(names=names))
        self.problem.setVisible(bool(names))
        parts = [self.tr("{n} caracteres").format(n=number_text(len(found.info.text)))]
        if found.too_long_for:
            parts.append(self.tr("não cabe em {channels}").format(channels=", ".join(found.too_long_for)))
        count = found.info.used_count
        used = self.tr("usado {n} vezes") if count > 1 else self.tr("usado 1 vez") if count else self.tr("nunca usado")
        parts.append(used.format(n=number_text(count)))
        self.lengths.setText(" · ".join(parts))

    def _variables(self, theme: Theme) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder, spacing=theme.metrics.step(1))
        for variable in Variable:
            word = "{" + variable.value + "}"
            button = QPushButton(word)
            button.setProperty("kind", "pill")
            button.setAccessibleName(self.tr("Inserir {name}").format(name=variable.value))
            button.clicked.connect(lambda _=False, word=word: self.text_edit.insertPlainText(word))
            flow.addWidget(button)
        return holder
