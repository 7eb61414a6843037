"""The form in which an act of relationship is written down: from a mention, from a post of ours, or by hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QDateTime
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QDateTimeEdit, QGridLayout, QHBoxLayout, QPlainTextEdit, QSpinBox, QWidget

from app.models.domain.relations import ActText, Figures, RelationKind
from app.services.errors import UserError
from app.views.relations.relation_words import UNKNOWN, figure_names, kind_hint, kind_text
from app.views.support.errors import error_text
from app.views.support.fields import Segment, SegmentedControl
from app.views.support.form_dialog import FormDialog
from app.views.support.labels import label
from app.views.support.spin_fields import dress_spins
from app.views.support.texts import number_text, when_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.models.domain.relations import PostChoice, RelationAct
    from app.services.acts import Done
    from app.services.filter_choices import Choice
    from app.services.relations import RelationService
    from app.views.support.desk import Desk

_FIELDS: Final = {
    "relation.empty": "text",
    "relation.long": "text",
    "relation.future": "when",
    "relation.post_taken": "post",
}
_MOST: Final = 2_000_000_000
_SHOWN: Final = 70
_ASIDE: Final = -1


@dataclass(frozen=True, slots=True)
class Occasion:
    """The mention that an act answers: the name of its channel, who said what."""

    mention_id: int
    channel: str
    author: str
    text: str
    customer_id: int | None = None


class ActDialog(FormDialog):
    """Ctrl+Enter writes it down; ``act`` given changes that one."""

    def __init__(
        self,
        *,
        desk: Desk,
        relations: RelationService,
        channels: Sequence[Choice],
        act: RelationAct | None = None,
        occasion: Occasion | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            theme=desk.theme,
            title=_tr("Ação de relacionamento") if act is not None else _tr("Registrar ação de relacionamento"),
            verb=_tr("Salvar") if act is not None else _tr("Registrar"),
            intro=_occasion_text(occasion),
            parent=parent,
        )
        self._desk, self._relations, self._act, self._occasion = desk, relations, act, occasion
        self._posts: tuple[PostChoice, ...] | None = None
        segments = [Segment(kind.value, kind_text(kind)) for kind in RelationKind]
        self.kind = SegmentedControl(theme=desk.theme, segments=segments, name=self.tr("Tipo"))
        self.hint = label("", "faint", wrap=True)
        self.channel = QComboBox()
        for choice in channels:
            self.channel.addItem(choice.name, choice.id)
        self.when = QDateTimeEdit()
        self.post = QComboBox()
        self.words, self.came = QPlainTextEdit(), QPlainTextEdit()
        self.figures = [QSpinBox() for _name in figure_names()]
        self._build()
        self._fill()
        self.kind.chosen.connect(lambda _kind: self._show_hint())
        self.channel.currentIndexChanged.connect(lambda _place: self._read_posts())
        self.post.activated.connect(lambda _place: self._on_post_chosen())
        self._show_hint()
        self._read_posts()
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.try_submit)
        self.words.setFocus()

    @property
    def said(self) -> ActText:
        """The act as it stands in the form."""
        before, occasion = self._act, self._occasion
        mention_id = before.said.mention_id if before is not None else occasion.mention_id if occasion else None
        customer_id = before.said.customer_id if before is not None else occasion.customer_id if occasion else None
        return ActText(
            RelationKind(self.kind.current),
            int(self.channel.currentData() or 0),
            datetime.fromtimestamp(self.when.dateTime().toSecsSinceEpoch(), tz=UTC),
            self.words.toPlainText(),
            self.came.toPlainText(),
            Figures(*(None if field.value() == _ASIDE else field.value() for field in self.figures)),
            mention_id,
            customer_id,
            self._post_id,
        )

    @property
    def _post_id(self) -> int | None:
        if self._posts is not None:
            chosen: int | None = self.post.currentData()
            return chosen
        # They are still being read: what the act had stays.
        before = self._act
        return before.said.own_post_id if before and before.said.channel_id == self.channel.currentData() else None

    def check(self) -> Mapping[str, str]:
        """Ask for the words."""
        if self.words.toPlainText().strip():
            return {}
        return {"text": self.tr("Escreva o que foi publicado ou respondido.")}

    def setVisible(self, visible: bool) -> None:
        """Show all fields whole as far as the screen goes."""
        super().setVisible(visible)
        layout = self.layout()
        if visible and layout is not None:
            needed = layout.totalHeightForWidth(self.width())
            self.resize(self.width(), min(needed, self.screen().availableGeometry().height()))

    def submit(self) -> None:
        """Write it down off the UI thread."""
        relations, actor, said, act = self._relations, self._desk.actor, self.said, self._act
        self.set_busy(True)
        self._desk.calls.run(
            self,
            "write",
            lambda: relations.add(actor, said) if act is None else relations.change(actor, act, said),
            self._on_written,
            failed=self._on_failed,
        )

    def _build(self) -> None:
        theme = self._desk.theme
        self.setMinimumWidth(theme.metrics.px(620))
        for edit in (self.words, self.came):
            edit.setTabChangesFocus(True)
            edit.setFixedHeight(theme.metrics.px(66))
        self.when.setDisplayFormat("dd/MM/yyyy HH:mm")
        self.when.setCalendarPopup(True)
        self.post.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.post.setMinimumContentsLength(30)
        self.add_field("kind", self.tr("Tipo"), self.kind)
        self.add_widget(self.hint)
        self.channel.setAccessibleName(self.tr("Canal"))
        self.when.setAccessibleName(self.tr("Quando"))
        self.words.setAccessibleName(self.tr("O que fizemos"))
        self.came.setAccessibleName(self.tr("No que deu"))
        self.words.setPlaceholderText(self.tr("O que publicamos ou respondemos"))
        self.came.setPlaceholderText(self.tr("O que veio disso"))
        self.add_field("when", self.tr("Canal e quando"), self._pair(self.channel, self.when))
        self.add_field("post", self.tr("Publicação nossa"), self.post)
        self.add_field("text", self.tr("O que fizemos e no que deu"), self._pair(self.words, self.came))
        self.add_widget(self._figure_fields())
        dress_spins(*self.figures, theme=theme)

    def _pair(self, first: QWidget, second: QWidget) -> QWidget:
        made = QWidget()
        line = QHBoxLayout(made)
        self._desk.theme.space(line, spacing=2)
        line.addWidget(first, 3)
        line.addWidget(second, 2)
        made.setFocusProxy(first)
        return made

    def _figure_fields(self) -> QWidget:
        made = QWidget()
        grid = QGridLayout(made)
        self._desk.theme.space(grid, spacing=1)
        for place, (name, field) in enumerate(zip(figure_names(), self.figures, strict=True)):
            field.setRange(_ASIDE, _MOST)
            field.setSpecialValueText(UNKNOWN)
            field.setGroupSeparatorShown(True)
            field.setAccessibleName(name)
            title = label(name, "small")
            title.setBuddy(field)
            grid.addWidget(title, 0, place)
            grid.addWidget(field, 1, place)
        self.note = label(self.tr("Os números que a rede informa valem mais que os digitados."), "faint", wrap=True)
        grid.addWidget(self.note, 2, 0, 1, len(self.figures))
        return made

    def _fill(self) -> None:
        act, occasion = self._act, self._occasion
        at = self._desk.clock.now() if act is None else act.said.done_at
        self.when.setDateTime(QDateTime.fromSecsSinceEpoch(int(at.timestamp())))
        if act is not None:
            self.channel.setCurrentIndex(max(0, self.channel.findData(act.said.channel_id)))
        elif occasion is not None:
            self.channel.setCurrentIndex(max(0, self.channel.findText(occasion.channel)))
        typed = Figures()
        if act is not None:
            self.kind.choose(act.said.kind.value)
            self.words.setPlainText(act.said.text)
            self.came.setPlainText(act.said.result)
            typed = act.said.typed
        elif occasion is not None:
            self.kind.choose(RelationKind.ENGAGEMENT.value)
        for field, value in zip(self.figures, typed.values, strict=True):
            field.setValue(_ASIDE if value is None else value)

    def _show_hint(self) -> None:
        self.hint.setText(kind_hint(RelationKind(self.kind.current)))

    def _read_posts(self) -> None:
        relations, actor, channel = self._relations, self._desk.actor, int(self.channel.currentData() or 0)
        kept = None if self._act is None else self._act.said.own_post_id
        self._posts = None
        self.post.clear()
        self.post.setEnabled(False)
        self._desk.calls.run(self, "posts", lambda: relations.posts(actor, channel, kept=kept), self._show_posts)

    def _show_posts(self, posts: tuple[PostChoice, ...]) -> None:
        own = None if self._act is None else self._act.said.own_post_id
        self._posts = posts
        self.post.addItem(self.tr("Nenhuma") if posts else self.tr("Nenhuma conhecida neste canal"), None)
        now = self._desk.clock.now()
        for post in posts:
            words = " ".join(post.text.split())[:_SHOWN]
            self.post.addItem(f"{when_text(post.posted_at, now)} · {post.account} · {words}", post.id)
        self.post.setCurrentIndex(max(0, self.post.findData(own)))
        self.post.setEnabled(bool(posts))

    def _on_post_chosen(self) -> None:
        post = next((each for each in self._posts or () if each.id == self.post.currentData()), None)
        if post is not None:
            self.when.setDateTime(QDateTime.fromSecsSinceEpoch(int(post.posted_at.timestamp())))
            if not self.words.toPlainText().strip():
                self.words.setPlainText(post.text)
            known = zip(figure_names(), post.figures.values, strict=True)
            told = ", ".join(f"{name}: {number_text(n)}" for name, n in known if n is not None)
            self.note.setText(self.tr("A rede informa: {told}.").format(told=told) if told else self.note.text())

    def _on_written(self, done: Done[RelationAct]) -> None:
        self.set_busy(False)
        self._desk.undo.push(done)
        self.accept()

    def _on_failed(self, error: Exception) -> bool:
        self.set_busy(False)
        if not isinstance(error, UserError):
            return False
        self.show_errors({_FIELDS.get(error.code, ""): error_text(error)})
        return True


def _occasion_text(occasion: Occasion | None) -> str:
    if occasion is None:
        return ""
    words = " ".join(occasion.text.split())
    shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
    return _tr("Para {author}, que disse: “{text}”").format(author=occasion.author, text=shown)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ActDialog", text)
