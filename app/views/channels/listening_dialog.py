"""*Monitorar antes de ativar*: what was heard on an account, before anybody answers there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.models.domain.vocabulary import Sentiment
from app.views.channels.bar_rows import BarRows, Line
from app.views.support.labels import label
from app.views.support.texts import date_text, number_text, percent_text

if TYPE_CHECKING:
    from app.models.domain.account_info import AccountCard
    from app.models.domain.listening import Counted, ListeningReport
    from app.services.sync.listening import ListeningService
    from app.views.support.desk import Desk
    from app.views.support.jobs import Job

_SHOWN = 8
_COLUMNS = 2


class ListeningDialog(QDialog):
    """Reads in a job that can be cancelled; the figures are bars here and text on the clipboard."""

    def __init__(
        self, *, desk: Desk, listening: ListeningService, card: AccountCard, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._card = desk, card
        self._text = ""
        theme = desk.theme
        self.setWindowTitle(self.tr("O que se ouviu aqui"))
        self.summary = label(self.tr("Lendo o que chegou nos últimos 30 dias…"), wrap=True)
        self._grid = QGridLayout()
        theme.space(self._grid, spacing=4)
        body = QWidget()
        inside = QVBoxLayout(body)
        theme.space(inside, margins=(0, 0, 2, 0), spacing=3)
        inside.addLayout(self._grid)
        inside.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(self.tr("O que se ouviu aqui"))
        scroll.setWidget(body)
        self.copy_button = QPushButton(self.tr("Copiar como texto"))
        self.copy_button.setEnabled(False)
        self.copy_button.clicked.connect(self._copy)
        close = QPushButton(self.tr("Fechar"))
        close.setDefault(True)
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        theme.space(foot, spacing=2)
        foot.addWidget(self.copy_button)
        foot.addStretch(1)
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        theme.space(layout, margins=(5, 4, 5, 4), spacing=3)
        layout.addWidget(label(f"{card.name} · {card.channel_name}", "title"))
        layout.addWidget(self.summary)
        layout.addWidget(scroll, 1)
        layout.addLayout(foot)
        self.resize(theme.metrics.px(760), theme.metrics.px(620))
        self._job: Job = desk.jobs.start(
            title=self.tr("Ouvir {name}").format(name=card.name),
            work=lambda token, _report: listening.report(card.id, cancel=token),
            done=self.show_report,
        )

    def reject(self) -> None:
        """Stop reading and close."""
        self._job.cancel()
        super().reject()

    def show_report(self, report: ListeningReport) -> None:
        """Show what was found."""
        self.summary.setText(self._summary(report))
        if not report.mentions:
            return
        blocks = self._blocks(report)
        for place, (title, lines) in enumerate(blocks):
            box = QVBoxLayout()
            self._desk.theme.space(box, spacing=1)
            box.addWidget(label(title, "strong"))
            if lines:
                box.addWidget(BarRows(theme=self._desk.theme, name=title, lines=lines))
            else:
                box.addWidget(label(self.tr("Nada encontrado."), "small"))
            box.addStretch(1)
            self._grid.addLayout(box, place // _COLUMNS, place % _COLUMNS)
        self._text = "\n\n".join(
            [
                self.summary.text(),
                *("\n".join([title, *(f"{word}\t{n}" for word, n in lines)]) for title, lines in blocks),
            ]
        )
        self.copy_button.setEnabled(True)

    def _summary(self, report: ListeningReport) -> str:
        if not report.mentions:
            return self.tr("Nada chegou ainda nesta conta. Deixe ouvindo por alguns dias e volte aqui.")
        hours = ", ".join(self.tr("{hour} h").format(hour=hour) for hour in sorted(report.peak_hours))
        hours = hours.replace(" h", "\N{NO-BREAK SPACE}h")
        text = self.tr(
            "De {since} a {until}: {n} menções de {authors} pessoas, {a_day} por dia; {bad} negativas. "
            "Mais movimento às {hours}."
        ).format(
            since=date_text(report.since),
            until=date_text(report.until),
            n=number_text(report.mentions),
            authors=number_text(report.authors),
            a_day=number_text(report.a_day, 1),
            bad=percent_text(report.share(Sentiment.NEGATIVE)),
            hours=hours or "–",
        )
        partial = self.tr("Chegou mais do que cabe aqui: são as menções mais novas.") if report.is_partial else ""
        return f"{text} {partial}".strip()

    def _blocks(self, report: ListeningReport) -> list[tuple[str, list[Line]]]:
        tones = {
            Sentiment.POSITIVE.value: self.tr("Positivo"),
            Sentiment.NEUTRAL.value: self.tr("Neutro"),
            Sentiment.MIXED.value: self.tr("Misto"),
            Sentiment.NEGATIVE.value: self.tr("Negativo"),
            "": self.tr("Não deu para dizer"),
        }
        names = QLocale()
        days = [names.standaloneDayName(day, QLocale.FormatType.LongFormat) for day in range(1, 8)]
        hours = [(self.tr("{hour} h").format(hour=hour), n) for hour, n in enumerate(report.hours) if n]
        levels = [(self.tr("Nível {level}").format(level=level), n) for level, n in report.levels]
        return [
            (self.tr("Tom"), [(tones.get(each.key, each.key), each.n) for each in report.tones]),
            (
                self.tr("Idioma"),
                [(_language(each.key) or self.tr("não informado"), each.n) for each in report.languages],
            ),
            (self.tr("Do que falam"), _lines(report.subjects)),
            (self.tr("Temas delicados"), [*_lines(report.themes), *_lines(report.danger), *levels][:_SHOWN]),
            (self.tr("Dias da semana"), list(zip(days, report.weekdays, strict=True))),
            (self.tr("Horas do dia"), hours),
            (self.tr("Quem mais fala"), _lines(report.talkers)),
        ]

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        self._desk.say(self.tr("Copiado"))


def _lines(counted: Sequence[Counted]) -> list[Line]:
    return [(each.key, each.n) for each in counted[:_SHOWN]]


def _language(code: str) -> str:
    if not code:
        return ""
    locale = QLocale(code.replace("-", "_"))
    return code if locale.language() == QLocale.Language.C else locale.nativeLanguageName()
