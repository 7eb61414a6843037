"""Holds requests against Bluesky's own lexicons, as far as they lie beside the project: parameters, bodies, records."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.counterparts.http_server import Request

FOLDER = Path(os.environ.get("BALCAO_REAL_DATA") or Path(__file__).parents[3] / "shared" / "data")
LEXICONS = FOLDER / "channels" / "contracts" / "bluesky"
_TYPES = {"string": str, "integer": int, "boolean": bool, "array": list, "object": dict}


def faults_of(request: Request) -> list[str]:
    """Return what does not fit; nothing for a method without a lexicon here."""
    name = request.path.removeprefix("/xrpc/")
    main = _definition(name, "main")
    if main is None:
        return []
    wanted = "query" if request.method == "GET" else "procedure"
    found = [] if main["type"] == wanted else [f"{name} is a {main['type']}"]
    parameters = main.get("parameters", {"properties": {}})
    given = {key: _value(parameters, key, values) for key, values in request.query.items()}
    found += _object(parameters, given, name, name)
    if main.get("input", {}).get("encoding") == "application/json":
        body = request.json()
        found += _object(main["input"]["schema"], body, name, name)
        record = body.get("record")
        if record is not None and body.get("validate") is None:
            found += _record(record)
    return found


def _record(record: Mapping[str, Any]) -> list[str]:
    definition = _definition(record["$type"], "main")
    return [] if definition is None else _object(definition["record"], record, record["$type"], "record")


def _value(parameters: Mapping[str, Any], key: str, values: list[str]) -> Any:
    kind = parameters["properties"].get(key, {}).get("type")
    if kind == "array":
        return values
    if len(values) != 1:
        return object()
    return int(values[0]) if kind == "integer" else values[0] == "true" if kind == "boolean" else values[0]


def _object(schema: Mapping[str, Any], value: Mapping[str, Any], home: str, at: str) -> list[str]:
    properties = schema.get("properties", {})
    found = [f"{at}: {each} is missing" for each in schema.get("required", []) if each not in value]
    found += [f"{at}: nobody knows {each}" for each in value if each not in properties and each != "$type"]
    for key in properties.keys() & value.keys():
        found += _any(properties[key], value[key], home, f"{at}.{key}")
    return found


def _any(schema: Mapping[str, Any], value: Any, home: str, at: str) -> list[str]:
    kind = schema["type"]
    if kind == "ref":
        owner, _, part = schema["ref"].partition("#")
        target = _definition(owner or home, part or "main")
        return [] if target is None else _any(target, value, owner or home, at)
    if kind not in _TYPES:
        return []
    if not isinstance(value, _TYPES[kind]) or (kind == "integer" and isinstance(value, bool)):
        return [f"{at}: {value!r} is no {kind}"]
    if kind == "object":
        return _object(schema, value, home, at)
    if kind == "array":
        return _array(schema, value, home, at)
    return _bounds(schema, value, at)


def _array(schema: Mapping[str, Any], value: list[Any], home: str, at: str) -> list[str]:
    found = [
        fault for number, each in enumerate(value) for fault in _any(schema["items"], each, home, f"{at}.{number}")
    ]
    return found + ([f"{at}: too many"] if len(value) > schema.get("maxLength", len(value)) else [])


def _bounds(schema: Mapping[str, Any], value: Any, at: str) -> list[str]:
    if isinstance(value, str):
        is_long = len(value.encode()) > schema.get("maxLength", 10**9)
        is_wrong = schema.get("format") == "at-uri" and not value.startswith("at://")
        is_wrong |= schema.get("format") == "did" and not value.startswith("did:")
        return [f"{at}: {value!r}"] if is_long or is_wrong or ("const" in schema and value != schema["const"]) else []
    if isinstance(value, int) and not isinstance(value, bool):
        return [] if schema.get("minimum", value) <= value <= schema.get("maximum", value) else [f"{at}: {value}"]
    return []


def _definition(name: str, part: str) -> dict[str, Any] | None:
    path = LEXICONS / f"{name.replace('.', '_')}.json"
    if not path.exists():
        return None
    found: dict[str, Any] | None = json.loads(path.read_text(encoding="utf-8"))["defs"].get(part)
    return found
