"""Reads a tree from the CSV or JSON that another program or a colleague wrote, and writes it for them."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from app.models.domain.classification_tree import MOST_NODES, NodeInfo, Trees
from app.models.domain.tree_plan import TreeRow
from app.models.domain.words import clean_text, fold
from app.services.errors import Invalid

MOST_BYTES = 30_000_000
_LONGEST_CELL = 100_000
_HEADINGS = {
    "key": ("chave", "key", "codigo", "id"),
    "parent": ("pai", "parent_key", "parent", "chave do pai", "codigo do pai", "superior"),
    "name": ("nome", "name", "item", "rotulo"),
    "description": ("quando usar", "description", "descricao", "definicao"),
    "examples": ("exemplos", "examples"),
    "color": ("cor", "color"),
    "shortcut": ("tecla", "shortcut", "atalho"),
    "retired": ("aposentado", "retired", "inativo"),
    "path": ("caminho", "path"),
}
_FIELD_OF = {heading: field for field, headings in _HEADINGS.items() for heading in headings}
_WRITTEN = ("key", "parent", "name", "description", "examples", "color", "shortcut", "retired")
_TEXTS = ("description", "examples", "color", "shortcut")
_LEVEL = re.compile(r"(?:nivel|level|n)\s*(\d{1,2})")
_PATH_SIGNS = re.compile(r"\s*[›>]\s*")
_YES = frozenset({"1", "true", "sim", "s", "x", "yes", "verdadeiro"})
_BINARY = b"\x00"


def read_tree(data: bytes) -> tuple[TreeRow, ...]:
    """Return the rows of a tree file: CSV (``;``, ``,`` or tab; by key and parent, by levels or by path) or JSON.

    Raises:
        Invalid: ``tree_too_large`` (limit), ``tree_not_text``, ``tree_json_broken`` (line), ``tree_unreadable``
            (row), ``tree_no_names`` (columns), ``tree_empty``.
    """
    if len(data) > MOST_BYTES:
        raise Invalid("tree_too_large", limit=MOST_NODES)
    text = clean_text(_decoded(data)).strip()
    if not text:
        raise Invalid("tree_empty")
    rows = _read_json(text) if text[0] in "[{" else _read_csv(text)
    if not rows:
        raise Invalid("tree_empty")
    if len(rows) > MOST_NODES:
        raise Invalid("tree_too_large", limit=MOST_NODES)
    return tuple(_with_named_parents(rows))


def nested_rows(nodes: Sequence[Mapping[str, Any]]) -> list[TreeRow]:
    """Return nested nodes (key, name, ..., children) as rows, parents first. Raises Invalid ``tree_unreadable``."""
    rows: list[TreeRow] = []
    waiting: list[tuple[Any, str | None]] = [(node, "") for node in reversed(nodes)]
    while waiting:
        node, parent = waiting.pop()
        if not isinstance(node, Mapping):
            raise Invalid("tree_unreadable", row=len(rows) + 1)
        parent = _text(node.get("parent", node.get("parent_key", parent)))
        row = _row(len(rows) + 1, node, parent)
        rows.append(row)
        if len(rows) > MOST_NODES:
            raise Invalid("tree_too_large", limit=MOST_NODES)
        children = node.get("children") or ()
        if not isinstance(children, Sequence) or isinstance(children, str):
            raise Invalid("tree_unreadable", row=len(rows))
        waiting += [(child, row.ref) for child in reversed(children)]
    return rows


def tree_csv(tree: Trees, axis_id: int) -> str:
    """Return an axis as CSV with semicolons, parents first, in the words of a Brazilian spreadsheet."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";", lineterminator="\n")
    writer.writerow([_HEADINGS[field][0] for field in _WRITTEN])
    for node in tree.tree(axis_id):
        above = tree.above(node)
        parent = "" if above is None else tree.nodes[above].key
        texts = [getattr(node, field) or "" for field in _TEXTS]
        writer.writerow([node.key, parent, node.name, *texts, "sim" if node.retired_at else ""])
    return stream.getvalue()


def tree_json(tree: Trees, axis_id: int) -> str:
    """Return an axis as JSON, nested as the ready-made trees are."""
    axis = tree.axis(axis_id)
    made: dict[int | None, list[dict[str, Any]]] = {None: []}
    for node in tree.tree(axis_id):
        made[node.id] = []
        made[tree.above(node)].append(node_form(node) | {"children": made[node.id]})
    return json.dumps({"name": axis.name if axis else "", "nodes": made[None]}, ensure_ascii=False, indent=1)


def node_form(node: NodeInfo) -> dict[str, Any]:
    """Return what a file says of a node, without what is empty."""
    form: dict[str, Any] = {"key": node.key, "name": node.name}
    form |= {field: value for field in ("description", "color", "shortcut") if (value := getattr(node, field))}
    if node.examples:
        form["examples"] = node.examples.split("\n")
    if node.retired_at is not None:
        form["retired"] = True
    return form


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    if _BINARY in data[:4096]:
        raise Invalid("tree_not_text")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _read_json(text: str) -> list[TreeRow]:
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise Invalid("tree_json_broken", line=error.lineno) from error
    except (ValueError, RecursionError) as error:
        raise Invalid("tree_json_broken", line=1) from error
    nodes = data.get("nodes") if isinstance(data, dict) else data
    if not isinstance(nodes, list):
        raise Invalid("tree_no_names", columns=", ".join(list(data)[:8]))
    return nested_rows(nodes)


def _read_csv(text: str) -> list[TreeRow]:
    first = text.partition("\n")[0]
    delimiter = max(";,\t", key=first.count)
    reader = csv.reader(io.StringIO(text), delimiter=delimiter)
    try:
        headings = next(reader)
        fields = {place: field for place, each in enumerate(headings) if (field := _field(each)) is not None}
        levels = sorted((int(found[1]), place) for place, each in enumerate(headings) if (found := _level(each)))
        if not levels and not {"name", "path"} & set(fields.values()):
            raise Invalid("tree_no_names", columns=", ".join(each.strip() for each in headings[:8]))
        cells = _limited(reader)
        if levels or "path" in fields.values():
            return _rows_by_path(cells, fields, [place for _number, place in levels])
        return [_row(number, _named(line, fields), None) for number, line in cells]
    except csv.Error as error:
        raise Invalid("tree_unreadable", row=reader.line_num) from error


def _limited(reader: Any) -> Iterator[tuple[int, list[str]]]:  # noqa: ANN401 - the csv module's reader has no public type
    count = 0
    for line in reader:
        if any(cell.strip() for cell in line):
            count += 1
            if count > MOST_NODES:
                raise Invalid("tree_too_large", limit=MOST_NODES)
            if max(map(len, line)) > _LONGEST_CELL:  # the csv module's own limit is the whole program's, not ours
                raise Invalid("tree_unreadable", row=reader.line_num)
            yield reader.line_num, line


def _named(line: Sequence[str], fields: Mapping[int, str]) -> dict[str, str]:
    said = {field: line[place].strip() if place < len(line) else "" for place, field in fields.items()}
    # A cell left empty says nothing: a list of names from another program must not wipe out what the team has written.
    return {field: value for field, value in said.items() if value or field not in _TEXTS}


def _rows_by_path(
    cells: Iterable[tuple[int, list[str]]], fields: Mapping[int, str], levels: Sequence[int]
) -> list[TreeRow]:
    """Return rows of files that name each node by its whole path; blank cells on the left repeat the line above."""
    rows: dict[str, TreeRow] = {}
    last: list[str] = []
    for number, line in cells:
        named = _named(line, fields)
        if levels:
            names = [line[place].strip() if place < len(line) else "" for place in levels]
            path = _filled(names, last)
            last = path
        else:
            path = [part for part in _PATH_SIGNS.split(named.get("path", "")) if part]
        for depth in range(1, len(path) + 1):
            ref, above = _ref_of(path[:depth]), _ref_of(path[: depth - 1])
            rows.setdefault(ref, TreeRow(number, ref, "", path[depth - 1], above))
        if path:
            own = _row(number, named | {"name": path[-1]}, rows[_ref_of(path)].parent)
            rows[_ref_of(path)] = replace(own, ref=_ref_of(path))
    return list(rows.values())


def _filled(names: Sequence[str], last: Sequence[str]) -> list[str]:
    lead = next((place for place, name in enumerate(names) if name), len(names))
    path = [*last[:lead], *names[lead:]]
    while path and not path[-1]:
        path.pop()
    return path


def _ref_of(path: Sequence[str]) -> str:
    return "#" + "\x1f".join(fold(name) for name in path) if path else ""


def _row(number: int, given: Mapping[str, Any], parent: str | None) -> TreeRow:
    key = _text(given.get("key")) or ""
    said = {field: _text(given[field]) or None for field in _TEXTS if field in given}
    if said.get("shortcut"):
        said["shortcut"] = str(said["shortcut"]).upper()
    if said.get("color"):
        said["color"] = str(said["color"]).lower()
    values: dict[str, Any] = dict(said)
    if "retired" in given:
        values["is_retired"] = fold(str(given["retired"])).strip() in _YES
    if "parent" in given:
        parent = _text(given["parent"]) or ""
    return TreeRow(number, key or f"#{number}", key, _text(given.get("name")) or "", parent, values)


def _text(value: Any) -> str | None:  # noqa: ANN401 - whatever the file holds
    if value is None:
        return None
    if isinstance(value, (list, tuple)):
        return "\n".join(str(each).strip() for each in value)
    return str(value).strip()


def _with_named_parents(rows: Sequence[TreeRow]) -> Iterator[TreeRow]:
    """Let a parent be told by its name where no row has that key and just one has that name."""
    refs = {row.ref for row in rows}
    named: dict[str, list[str]] = {}
    for row in rows:
        named.setdefault(fold(row.name), []).append(row.ref)
    for row in rows:
        found = named.get(fold(row.parent), []) if row.parent and row.parent not in refs else []
        yield replace(row, parent=found[0]) if len(found) == 1 else row


def _field(heading: str) -> str | None:
    return _FIELD_OF.get(" ".join(fold(heading).split()))


def _level(heading: str) -> re.Match[str] | None:
    return _LEVEL.fullmatch(" ".join(fold(heading).split()))
