"""Paths of values in a record ("start", "people[0].topic"), and records put together from them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from extractors.records import Document, Evidence, Facts, Found

_STEP = re.compile(r"(\w+)(?:\[(\d+)\])?(?:\.(\w+))?")


def head(path: str) -> str:
    """The field that a path begins with.

    >>> head("people[0].topic")
    'people'
    """
    return _parts(path)[0]


def assembled(facts: Facts) -> dict[str, Any]:
    """Field -> its value; of a list the tuple of its items in order, attributes of one item as a dict.

    >>> assembled({"people[0].name": Found("สมชาย ใจดี", 0, 10, "name")})
    {'people': ({'name': 'สมชาย ใจดี'},)}
    """
    values: dict[str, Any] = {}
    rows: dict[str, dict[int, Any]] = {}
    for path, found in sorted(facts.items(), key=lambda item: _order(item[0])):
        name, index, attribute = _parts(path)
        if index is None:
            values[name] = found.value
        elif attribute is None:
            rows.setdefault(name, {})[index] = found.value
        else:
            rows.setdefault(name, {}).setdefault(index, {})[attribute] = found.value
    return values | {name: tuple(held[n] for n in sorted(held)) for name, held in rows.items()}


def evidence(facts: Facts, sources: Mapping[str, Document]) -> dict[str, tuple[Evidence, ...]]:
    """Path -> where its value was read, in the document that `sources` names for it."""
    return {path: tuple(_places(found, sources[path])) for path, found in facts.items()}


def _places(found: Found, document: Document) -> list[Evidence]:
    return [
        Evidence(document.id, start, end, found.rule, found.confidence, document.page(start))
        for start, end in ((found.start, found.end), *found.also)
    ]


@lru_cache(maxsize=1_024)  # each is asked several times for each document, and they are few
def _parts(path: str) -> tuple[str, int | None, str | None]:
    match = _STEP.fullmatch(path)
    if match is None:
        raise ValueError(f"{path!r} is no path; expected 'name', 'name[0]' or 'name[0].attribute'")
    name, index, attribute = match.groups()
    return name, int(index) if index is not None else None, attribute


def _order(path: str) -> tuple[str, int]:
    name, index, _ = _parts(path)
    return name, index if index is not None else -1
