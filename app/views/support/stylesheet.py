"""One generated stylesheet gives every screen the same finish in every palette and size."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

from app.views.support.resource import resource_path
from app.views.support.tokens import TONES

if TYPE_CHECKING:
    from app.views.support.metrics import Metrics
    from app.views.support.tokens import Tokens

_BASE = Template("""
QWidget { color: $text; }
QMainWindow, QDialog, QWidget[ground="background"] { background: $background; }
QWidget[ground="surface"] { background: $surface; }
QWidget[ground="raised"] { background: $raised; }
QToolTip { color: $text; background: $raised; border: 1px solid $line_strong; padding: ${s1}px ${s2}px; }
QLabel { background: transparent; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="small"] { color: $muted; font-size: ${small}px; }
QLabel[role="faint"] { color: $faint; font-size: ${small}px; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="title"] { font-size: ${title}px; font-weight: 600; }
QLabel[role="page"] { font-size: ${page}px; font-weight: 600; }
QLabel[role="figure"] { font-size: ${figure}px; font-weight: 600; }
QLabel[role="brand"] { font-size: ${title}px; font-weight: 600; color: $accent; }
QLabel[role="group"] { font-size: ${tiny}px; font-weight: 600; color: $faint; }
QLabel[role="link"] { color: $accent; }
QLabel[role="error"] { color: $bad; font-size: ${small}px; }
QLabel[role="key"] { color: $muted; background: $surface; border: 1px solid $line_strong;
    border-radius: ${r_small}px; padding: 0 ${s1}px; font-size: ${tiny}px; }
QFrame[kind="card"] { background: $surface; border: 1px solid $line; border-radius: ${radius}px; }
QFrame[opens="true"]:hover { border-color: $muted; }
QFrame[opens="true"]:focus { border: 1px solid $focus; }
QFrame[kind="box"] { background: $raised; border: 1px solid $line_strong; border-radius: ${radius}px; }
QFrame[kind="line"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QFrame[kind="edge"] { background: $line; border: none; max-width: 1px; min-width: 1px; }
""")

_BUTTONS = Template("""
QPushButton, QToolButton { icon-size: ${icon}px; }
QPushButton, QToolButton[kind="button"] { background: $surface; color: $text; border: 1px solid $line_strong;
    border-radius: ${radius}px; padding: 0 ${s3}px; min-height: ${control_inner}px; font-weight: 500; }
QPushButton:hover, QToolButton[kind="button"]:hover { background: $raised; border-color: $muted; }
QPushButton:pressed { background: $accent_soft; }
QPushButton:focus, QToolButton[kind="button"]:focus { border: 2px solid $focus;
    padding: 0 ${s3m}px; min-height: ${control_focus}px; }
QPushButton:disabled, QToolButton[kind="button"]:disabled { color: $faint; background: $background;
    border-color: $line; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: 600; }
QPushButton[kind="primary"]:hover { background: $accent_hover; }
QPushButton[kind="primary"]:focus { border: 2px solid $focus_on_accent; }
QPushButton[kind="primary"]:disabled { background: $background; color: $faint; border-color: $line; }
QPushButton[kind="danger"] { color: $bad; border-color: $bad; }
QPushButton[kind="private"] { background: $private; color: $surface; border-color: $private; font-weight: 600; }
QPushButton[kind="link"], QPushButton[kind="quiet"] { background: transparent; border: 1px solid transparent;
    padding: 0 ${s1}px; min-height: ${small_line}px; color: $accent; }
QPushButton[kind="quiet"] { color: $muted; font-weight: 400; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="quiet"]:hover { color: $text; }
QPushButton[kind="link"]:focus, QPushButton[kind="quiet"]:focus { border: 1px solid $focus; border-radius: ${r_small}px;
    padding: 0 ${s1}px; min-height: ${small_line}px; }
QPushButton[kind="pill"], QToolButton[kind="pill"], QAbstractButton[kind="segment"] { background: $background;
    color: $muted; border: 1px solid $line_strong; border-radius: ${pill_radius}px; padding: 0 ${s2}px;
    min-height: ${small_line}px; font-size: ${small}px; font-weight: 500; }
QPushButton[kind="pill"]:checked, QToolButton[kind="pill"]:checked, QAbstractButton[kind="segment"]:checked {
    background: $accent_soft; color: $accent; border-color: $accent_soft; }
QAbstractButton[kind="segment"][tone="private"]:checked { background: $private_soft; color: $private;
    border-color: $private_soft; }
QAbstractButton[kind="segment"][tone="warn"]:checked { background: $warn_soft; color: $warn; border-color: $warn_soft; }
QPushButton[kind="pill"]:hover, QAbstractButton[kind="segment"]:hover { border-color: $muted; }
QPushButton[kind="pill"]:focus, QToolButton[kind="pill"]:focus, QAbstractButton[kind="segment"]:focus {
    border: 2px solid $focus; padding: 0 ${s2m}px; min-height: ${small_line_focus}px; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: ${radius}px; padding: ${s1}px; }
QToolButton[kind="small"] { padding: 0; }
QToolButton:hover { background: $accent_soft; }
QToolButton:focus { border: 1px solid $focus; }
QToolButton::menu-indicator { image: none; }
""")

_FIELDS = Template("""
QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QDateEdit, QTimeEdit, QDateTimeEdit, QComboBox {
    background: $raised; color: $text; border: 1px solid $line_strong; border-radius: ${radius}px;
    selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit, QSpinBox, QDoubleSpinBox, QDateEdit, QTimeEdit, QDateTimeEdit, QComboBox {
    padding: 0 ${s2}px; min-height: ${control_inner}px; }
QPlainTextEdit, QTextEdit { padding: ${s1}px; }
QAbstractSpinBox QLineEdit { border: none; background: transparent; padding: 0; min-height: 0; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QDateEdit:focus,
QTimeEdit:focus, QDateTimeEdit:focus, QComboBox:focus { border: 1px solid $focus; }
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"], QComboBox[invalid="true"], QDateEdit[invalid="true"],
QSpinBox[invalid="true"] { border: 1px solid $bad; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { color: $faint; background: $background; }
QPlainTextEdit[edge="private"] { border-left: ${edge}px solid $private; }
QPlainTextEdit[edge="public"] { border-left: ${edge}px solid $info; }
QPlainTextEdit[edge="note"] { border-left: ${edge}px solid $warn; }
QLineEdit[kind="bare"] { border: none; background: transparent; padding: 0 ${s1}px; }
QFrame[kind="search"] { background: $raised; border: 1px solid $line_strong; border-radius: ${radius}px; }
QFrame[kind="search"][active="true"] { border: 1px solid $focus; }
QComboBox::drop-down { border: none; width: ${s5}px; }
QComboBox::down-arrow { image: url("$images/chevron-down-$name.svg"); width: ${sign}px; height: ${sign}px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; background: transparent; width: ${s5}px; }
QAbstractSpinBox::up-arrow { image: url("$images/chevron-up-$name.svg"); width: ${sign}px; height: ${sign}px; }
QAbstractSpinBox::down-arrow, QDateTimeEdit::down-arrow { image: url("$images/chevron-down-$name.svg");
    width: ${sign}px; height: ${sign}px; }
QDateTimeEdit::drop-down { border: none; background: transparent; width: ${s5}px; }
QCheckBox, QRadioButton { spacing: ${s2}px; min-height: ${small_line}px; background: transparent; padding: 1px; }
QCheckBox:focus, QRadioButton:focus { border: 1px solid $focus; border-radius: ${r_small}px; padding: 0; }
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator { background: $raised;
    border: 1px solid $faint; width: ${sign}px; height: ${sign}px; border-radius: ${r_small}px; }
QRadioButton::indicator { border-radius: ${round}px; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked { background: $accent; border-color: $accent;
    image: url("$images/check-$name.svg"); }
QRadioButton::indicator:checked { border: ${s1}px solid $accent; background: $on_accent; width: ${dot}px;
    height: ${dot}px; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $line; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $line_strong; outline: none;
    selection-background-color: $accent_soft; selection-color: $text; }
""")

_VIEWS = Template("""
QAbstractItemView { background: $surface; alternate-background-color: $raised; border: none; outline: none;
    selection-background-color: $accent_soft; selection-color: $text; }
QAbstractItemView:focus { outline: none; }
QTableView { gridline-color: $line; }
QHeaderView { background: $surface; border: none; }
QHeaderView::section { background: $surface; color: $muted; border: none; border-bottom: 1px solid $line;
    padding: ${s1}px ${cell}px; font-size: ${small}px; font-weight: 500; }
QHeaderView::section:vertical { border-bottom: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QTableCornerButton::section { background: $surface; border: none; }
QScrollArea { border: none; background: transparent; }
QScrollBar:vertical { background: transparent; width: ${scroll}px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: ${scroll}px; margin: 0; }
QScrollBar::handle { background: $line_strong; border-radius: ${scroll_radius}px; }
QScrollBar::handle:vertical { min-height: ${s6}px; margin: 0 2px; }
QScrollBar::handle:horizontal { min-width: ${s6}px; margin: 2px 0; }
QScrollBar::handle:hover { background: $faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QSplitter[kind="gap"]::handle { background: transparent; }
QTableView::item { padding: 0 ${s1}px; }
QListWidget[kind="entries"]::item { padding: ${s1}px; border-radius: ${r_small}px; }
QListWidget[kind="entries"]::item:selected { background: $accent_soft; color: $text; }
QListWidget[kind="sections"] { background: transparent; outline: none; border: none; }
QListWidget[kind="sections"]:focus { border: none; }
QListWidget[kind="sections"]::item { padding: 0 ${s2}px; border-radius: ${r_small}px; color: $text; }
QListWidget[kind="sections"]::item:hover { background: $background; }
QListWidget[kind="sections"]::item:disabled { background: transparent; color: $muted; }
QListWidget[kind="sections"]::item:selected { background: $accent_soft; color: $accent; }
QListWidget[kind="sections"]::item:focus { border: 1px solid $focus; }
QMenu { background: $raised; border: 1px solid $line_strong; padding: ${s1}px; }
QMenu::item { padding: ${s1}px ${s4}px; border-radius: ${r_small}px; }
QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $line; margin: ${s1}px ${s2}px; }
QTabWidget::pane { border: none; border-top: 1px solid $line; }
QTabBar::tab { background: transparent; color: $muted; padding: ${s1}px ${s3}px;
    border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $accent; border-bottom: 2px solid $accent; }
QProgressBar { background: $line; border: none; border-radius: ${bar_radius}px;
    max-height: ${bar}px; min-height: ${bar}px; }
QProgressBar::chunk { background: $accent; border-radius: ${bar_radius}px; }
""")

_CHIP = Template("""
QLabel[chip="$tone"], QFrame[chip="$tone"] { color: $fg; background: $bg; border: 1px solid $edge;
    border-radius: ${chip_radius}px; font-size: ${small}px; font-weight: 500; }
QLabel[tone="$tone"] { color: $fg; }
QFrame[note="$tone"] { background: $bg; border: none; border-radius: ${radius}px; }
""")

_SHELL = Template("""
QFrame[shell="top"] { background: $surface; border: none; border-bottom: 1px solid $line; }
QFrame[shell="status"] { background: $surface; border: none; border-top: 1px solid $line; }
QFrame[shell="side"] { background: $surface; border: none; border-right: 1px solid $line; }
QFrame[shell="status"] QLabel { color: $muted; font-size: ${small}px; }
QPushButton[kind="crisis"] { background: $bad_soft; color: $bad; border: 1px solid $bad_soft; font-weight: 600;
    border-radius: ${pill_radius}px; padding: 0 ${s2}px; min-height: ${small_line}px; font-size: ${small}px; }
QPushButton[kind="crisis"]:hover { border-color: $bad; }
QPushButton[kind="crisis"]:focus { border: 2px solid $bad; min-height: ${small_line_focus}px; padding: 0 ${s2m}px; }
QToolButton[kind="person"] { color: $muted; padding: 2px ${s2}px; }
QToolButton[kind="person"]:disabled { color: $muted; }
QFrame[shell="popup"] { background: $surface; border: 1px solid $line_strong; border-radius: ${radius}px; }
QFrame[shell="toast"] { background: $raised; border: 1px solid $line_strong; border-radius: ${radius}px; }
""")


def build_stylesheet(tokens: Tokens, metrics: Metrics) -> str:
    """Return the whole application's stylesheet for one palette at one size."""
    values = _colors(tokens) | _lengths(metrics)
    sheets = [sheet.substitute(values) for sheet in (_BASE, _BUTTONS, _FIELDS, _VIEWS, _SHELL)]
    for tone in TONES:
        foreground, soft = tokens.tone(tone)
        edge = tokens.line_strong if tone == "neutral" or tokens.name == "contrast" else soft
        sheets.append(_CHIP.substitute(values | {"tone": tone, "fg": foreground, "bg": soft, "edge": edge}))
    return "\n".join(sheets)


def _colors(tokens: Tokens) -> dict[str, str]:
    names = (
        "background surface raised line line_strong text muted faint accent accent_soft on_accent focus "
        "info ok warn warn_soft bad bad_soft private private_soft"
    )
    values = {name: str(getattr(tokens, name)) for name in names.split()}
    values["accent_hover"] = {"light": "#0a5f5f", "dark": "#66d0cd"}.get(tokens.name, tokens.accent)
    values["focus_on_accent"] = tokens.text
    values["name"] = tokens.name
    values["images"] = resource_path("icons", "indicators").as_posix()
    return values


def _lengths(metrics: Metrics) -> dict[str, str]:
    line = metrics.px(18)
    lengths = {
        "control_inner": metrics.control - 2,
        "control_focus": metrics.control - 4,
        "small_line": line,
        "small_line_focus": line - 2,
        "pill_radius": (line + 2) // 2,
        "radius": metrics.radius,
        "r_small": metrics.px(4),
        "chip_radius": metrics.chip_radius,
        "small": metrics.font_small,
        "tiny": metrics.font_tiny,
        "title": metrics.font_title,
        "page": metrics.font_page,
        "figure": metrics.font_figure,
        "cell": metrics.step(1) + 3,  # Qt sets the text of a cell in by three pixels of its own
        "s1": metrics.step(1),
        "s2": metrics.step(2),
        "s2m": metrics.step(2) - 1,
        "s3": metrics.step(3),
        "s3m": metrics.step(3) - 1,
        "s4": metrics.step(4),
        "s6": metrics.step(6),
        "edge": metrics.px(3),
        "icon": metrics.icon,
        "s5": metrics.step(5),
        "sign": metrics.px(12),
        "dot": metrics.px(12) + 2 - 2 * metrics.step(1),
        "round": metrics.px(12) // 2 + 1,
        "scroll": metrics.px(10),
        "scroll_radius": metrics.px(3),
        "bar": metrics.px(4),
        "bar_radius": metrics.px(2),
    }
    return {name: str(length) for name, length in lengths.items()}
