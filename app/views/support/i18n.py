"""The screens are written in Portuguese; catalogues beside them say the same in other languages.

A catalogue is Qt's ``.ts`` file, read as it is: nothing has to be compiled. ``missing`` lists what a catalogue
lacks by reading the sources, and ``update_catalogue`` adds it, unfinished, for a translator.
"""

from __future__ import annotations

import ast
import sys
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator

from app.views.support.resource import resource_path

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

SOURCE_LANGUAGE: Final = "pt_BR"
LANGUAGES: Final = {"pt_BR": "Português (Brasil)", "en": "English"}
TABLES: Final = dict.fromkeys(
    (
        "WORK_TEXTS",
        "AREA_TEXTS",
        "CHANNEL_TEXTS",
        "FORECAST_TEXTS",
        "HOURS_TEXTS",
        "DAY_WORDS",
        "ROOMS_TEXTS",
        "RULES_TEXTS",
        "SENDING_TEXTS",
        "STORAGE_TEXTS",
        "SUGGESTIONS_TEXTS",
        "TREE_TEXTS",
        "FALLBACK",
        "FACT_WORDS",
    ),
    "errors",
) | {"ACT_TEXTS": "UndoStack"}
"""Names of module constants whose strings are translated, and their context."""
SHORT_HANDS: Final = {"_tr": ""}
"""Functions that translate their first argument in the context named after their module."""


@dataclass(frozen=True, slots=True, order=True)
class Message:
    """One text of the screen: the context it is looked up in, the Portuguese source, and whether it counts things."""

    context: str
    source: str
    plural: bool = False


class Catalogue(QTranslator):
    """A translator that reads a ``.ts`` file; what it lacks stays Portuguese."""

    def __init__(self, *, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = read_catalogue(path)

    def translate(  # None is Qt's null text: the next translator is asked
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """Return the text in this language, or None when the catalogue lacks it."""
        forms = self._texts.get((context, source))
        if not forms:
            return None
        return forms[0] if n in {-1, 1} or len(forms) == 1 else forms[1]

    def isEmpty(self) -> bool:
        """Tell Qt whether there is anything to look up."""
        return not self._texts


def catalogue_path(language: str) -> Path:
    """Return where a language's catalogue lies."""
    return resource_path("i18n", f"balcao_{language}.ts")


def install_language(app: QApplication, language: str) -> list[QTranslator]:
    """Set locale, Qt's own words and our catalogue; return the translators, to be kept alive and removed on change."""
    language = language if language in LANGUAGES else SOURCE_LANGUAGE
    locale = QLocale("en_GB" if language == "en" else language)
    QLocale.setDefault(locale)
    translators: list[QTranslator] = []
    if language == SOURCE_LANGUAGE:
        own = QTranslator(app)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if own.load("qtbase_pt_BR", folder) or own.load(str(resource_path("i18n", "qtbase_pt_BR.qm"))):
            translators.append(own)
    path = catalogue_path(language)
    catalogue = Catalogue(path=path, parent=app) if path.exists() else None
    if catalogue is not None and not catalogue.isEmpty():
        translators.append(catalogue)
    for translator in translators:
        app.installTranslator(translator)
    return translators


def read_catalogue(path: Path) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return (context, source) -> finished translation forms (one, or singular and plural)."""
    texts: dict[tuple[str, str], tuple[str, ...]] = {}
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 - our own catalogues only
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            forms = _forms(message)
            if forms:
                texts[name, message.findtext("source") or ""] = forms
    return texts


def _forms(message: ET.Element) -> tuple[str, ...]:
    translation = message.find("translation")
    if translation is None or translation.get("type") == "unfinished":
        return ()
    plural = [form.text or "" for form in translation.iter("numerusform")]
    forms = tuple(plural) or (translation.text or "",)
    return forms if all(forms) else ()


def collect(root: Path) -> set[Message]:
    """Return every text that the sources below ``root`` show."""
    found: set[Message] = set()
    for path in sorted(root.rglob("*.py")):
        found.update(_Collector(path.stem).run(ast.parse(path.read_text(encoding="utf-8"))))
    return found


def missing(language: str, root: Path) -> list[Message]:
    """Return the texts below ``root`` that a language's catalogue lacks; of Portuguese only those that count things."""
    path = catalogue_path(language)
    known = read_catalogue(path) if path.exists() else {}
    wanted = (item for item in collect(root) if item.plural or language != SOURCE_LANGUAGE)
    return sorted(item for item in wanted if (item.context, item.source) not in known)


def update_catalogue(language: str, root: Path) -> int:
    """Add what a catalogue lacks as unfinished, drop what no source shows; return how many texts lack."""
    path = catalogue_path(language)
    known = read_catalogue(path) if path.exists() else {}
    wanted = sorted(item for item in collect(root) if item.plural or language != SOURCE_LANGUAGE)
    tree = ET.Element("TS", version="2.1", language=language, sourcelanguage=SOURCE_LANGUAGE)
    contexts: dict[str, ET.Element] = {}
    lacking = 0
    for item in wanted:
        if item.context not in contexts:
            contexts[item.context] = ET.SubElement(tree, "context")
            ET.SubElement(contexts[item.context], "name").text = item.context
        forms = known.get((item.context, item.source), ())
        lacking += not forms
        _append(contexts[item.context], item, forms)
    ET.indent(tree, space="    ")
    body = ET.tostring(tree, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8", newline="\n")
    return lacking


def _append(context: ET.Element, item: Message, forms: tuple[str, ...]) -> None:
    message = ET.SubElement(context, "message", {"numerus": "yes"} if item.plural else {})
    ET.SubElement(message, "source").text = item.source
    translation = ET.SubElement(message, "translation", {} if forms else {"type": "unfinished"})
    if item.plural:
        for form in (*forms, "", "")[:2]:
            ET.SubElement(translation, "numerusform").text = form
    else:
        translation.text = forms[0] if forms else ""


class _Collector:
    """Finds translated texts in one module: ``self.tr``, ``translate``, ``_tr`` and tables of texts."""

    def __init__(self, module: str) -> None:
        self._module = module
        self._found: set[Message] = set()

    def run(self, tree: ast.Module) -> set[Message]:
        self._walk(tree, "")
        return self._found

    def _walk(self, node: ast.AST, owner: str) -> None:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.Call):
                self._call(child, owner)
            elif isinstance(child, (ast.Assign, ast.AnnAssign)):
                self._table(child)
            self._walk(child, child.name if isinstance(child, ast.ClassDef) else owner)

    def _call(self, call: ast.Call, owner: str) -> None:
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        texts = [arg.value if isinstance(arg, ast.Constant) else None for arg in call.args]
        if name == "tr" and texts and isinstance(texts[0], str):
            self._found.add(Message(owner, texts[0], len(call.args) > 2))  # noqa: PLR2004 - tr(text, comment, n)
        elif name in SHORT_HANDS and texts and isinstance(texts[0], str):
            self._found.add(Message(self._module, texts[0]))
        elif name in {"translate", "QT_TRANSLATE_NOOP"} and len(texts) > 1:
            context, source = texts[:2]
            if isinstance(context, str) and isinstance(source, str):
                self._found.add(Message(context, source, len(call.args) > 3))  # noqa: PLR2004 - translate(.., n)

    def _table(self, node: ast.Assign | ast.AnnAssign) -> None:
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        context = next((TABLES[t.id] for t in targets if isinstance(t, ast.Name) and t.id in TABLES), None)
        if context is not None and node.value is not None:
            values = node.value.values if isinstance(node.value, ast.Dict) else [node.value]
            self._found.update(Message(context, text) for text in _constants(values))


def _constants(nodes: list[ast.expr]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        elif isinstance(node, ast.Tuple):
            yield from _constants(node.elts)


def main(arguments: list[str]) -> int:
    """List what a catalogue lacks (``python -m app.views.support.i18n en``), or add it with ``--update``."""
    language = next((item for item in arguments if not item.startswith("-")), "en")
    root = resource_path().parent / "app"
    if "--update" in arguments:
        print(f"{update_catalogue(language, root)} missing in {catalogue_path(language).name}")  # noqa: T201 - a tool
        return 0
    lacking = missing(language, root)
    for item in lacking:
        print(f"{item.context}: {item.source}")  # noqa: T201 - a tool
    return 1 if lacking else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
