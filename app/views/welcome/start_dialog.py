"""The first thing a new person sees, and what stands there again when the database cannot be opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from app.services.errors import UserError
from app.views.support.errors import error_text
from app.views.support.form_dialog import FormDialog
from app.views.support.place_panel import PlacePanel
from app.views.welcome.choice import StartChoice

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.views.support.tasks import Calls
    from app.views.support.theme import Theme

_READABLE = frozenset({"database_read_only", "database_newer", "database_older", "database_no_permission"})


class StartDialog(FormDialog):
    """Asks for a name and a place, opens the database off the UI thread and hands over what was opened.

    ``open_database(choice)`` returns anything; it is emitted with ``opened`` before the dialog accepts.
    """

    opened = Signal(object)

    def __init__(
        self,
        *,
        theme: Theme,
        calls: Calls,
        open_database: Callable[[StartChoice], object],
        choice: StartChoice,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            theme=theme,
            title=self.tr("Bem-vindo ao Balcão"),
            verb=self.tr("Começar"),
            intro=self.tr("Diga quem você é e onde ficam os atendimentos. Dá para mudar depois em Configurações."),
            parent=parent,
        )
        self._calls, self._open = calls, open_database
        self.setMinimumWidth(theme.metrics.px(520))
        self.name_edit = QLineEdit(choice.person_name)
        self.name_edit.setPlaceholderText(self.tr("Como a equipe conhece você"))
        self.add_field("name", self.tr("Seu nome"), self.name_edit)
        self.place = PlacePanel(theme=theme, database=choice.database)
        self.add_field("place", self.tr("Onde ficam os atendimentos"), self.place)
        self.read_button = QPushButton(self.tr("Abrir só para leitura"))
        self.read_button.setAutoDefault(False)
        self.read_button.hide()
        self.read_button.clicked.connect(lambda: self._begin(read_only=True))
        self.buttons.insertWidget(0, self.read_button)
        self.place.changed.connect(self._on_place_changed)

    def check(self) -> Mapping[str, str]:
        """Return what is missing."""
        errors: dict[str, str] = {}
        if not self.name_edit.text().strip():
            errors["name"] = self.tr("Escreva seu nome: ele aparece em cada resposta e no histórico.")
        missing = self.place.missing()
        if missing:
            errors["place"] = missing
        return errors

    def submit(self) -> None:
        """Open the database that was chosen."""
        self._begin(read_only=False)

    def show_errors(self, errors: Mapping[str, str]) -> None:
        """Show what is wrong and give the sentences the room they take."""
        super().show_errors(errors)
        layout = self.layout()
        if layout is not None:
            # Not adjustSize: it stops at two thirds of the screen and would cut the last field at 200 %.
            layout.activate()
            self.resize(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))

    def show_error(self, error: Exception) -> bool:
        """Show why a database did not open; tell whether it was something a person can act on."""
        self.set_busy(False)
        if not isinstance(error, UserError):
            return False
        self.read_button.setVisible(error.code in _READABLE and self.place.is_local)
        self.show_errors({"name" if error.code.startswith("person_") else "place": error_text(error)})
        return True

    def choice(self, *, read_only: bool = False) -> StartChoice:
        """Return the form as it stands."""
        return StartChoice(
            person_name=self.name_edit.text().strip(),
            database=self.place.database(),
            password=self.place.password(),
            is_read_only=read_only,
        )

    def _begin(self, *, read_only: bool) -> None:
        choice = self.choice(read_only=read_only)
        self.set_busy(True)
        self._calls.run(self, "open", lambda: self._open(choice), self._on_opened, failed=self.show_error)

    def _on_opened(self, answer: object) -> None:
        self.opened.emit(answer)
        self.accept()

    def _on_place_changed(self) -> None:
        self.read_button.hide()
        self.show_errors({})
