"""A text with each value of its event marked where it was read, for `prachum extract --explain`.

    เมื่อ[วันที่ 21 ธันวาคม 2563]{start end} … เป็น[ประธาน]{people[0].role}

Brackets and labels tell it without colours too; marks may cross, so each label
follows the bracket that closes its own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from rich.text import Text

from flows.telling.values import UNSAID, UNTOLD

# The field before the first dot or bracket -> its colour; to add one: a line.
COLOURS = {
    "title": "bold yellow",
    "start": "green",
    "end": "green",
    "days": "green",
    "date_edtf": "green",
    "time": "green",
    "end_time": "green",
    "venue": "cyan",
    "venues": "cyan",
    "district": "cyan",
    "province": "cyan",
    "country": "cyan",
    "online": "cyan",
    "people": "magenta",
    "organizers": "blue",
    "agenda": "bright_black",
    "official": "bright_blue",
}
OTHER = "red"  # what has no colour of its own: type, phase, status …
DOUBT = 0.9  # a value of less confidence gets a question mark


def explain(said: Mapping[str, Any]) -> Text:
    """One line of `prachum extract` as marked text, and below it each value with its rule and confidence."""
    text, event = said["document"]["text"], said["event"] or {"evidence": {}}
    told = {**event, "official": said["document"]["official"]}
    proofs = {path: places for path, places in event["evidence"].items() if _shown(path)}
    if told["official"]:
        proofs |= {f"official.{path}": places for path, places in told["official"]["evidence"].items()}
    lines = [] if said["event"] else [Text("no event is told", style="bold")]
    lines += [_told(path, told, places) for path, places in proofs.items()]
    return marked(text, proofs) + Text("\n\n") + Text("\n").join(lines)


def marked(text: str, proofs: Mapping[str, list[dict[str, Any]]]) -> Text:
    """The text with brackets around every place of evidence, and the paths read there behind it.

    >>> place = {"start": 3, "end": 8}
    >>> print(marked("วันเสาร์นี้", {"start": [place], "end": [place]}))
    วัน[เสาร์]{start end}นี้
    """
    paths: dict[tuple[int, int], list[str]] = defaultdict(list)
    for path, places in proofs.items():
        for place in places:
            paths[place["start"], place["end"]].append(path)
    shown, at = Text(), 0
    for offset, mark in _marks(paths):
        shown.append(text[at:offset])
        shown.append(mark)
        at = offset
    shown.append(text[at:])
    return shown


def _marks(paths: Mapping[tuple[int, int], list[str]]) -> Iterator[tuple[int, Text]]:
    """Brackets with their offsets, in order: at one offset what closes comes first, wide spans open first."""
    marks: list[tuple[int, int, int, Text]] = []
    for (start, end), names in paths.items():
        style = COLOURS.get(_field(names[0]), OTHER)
        marks.append((start, 1, -end, Text("[", style=style)))
        marks.append((end, 0, -start, Text(f"]{{{label(names)}}}", style=style)))
    for offset, _, _, mark in sorted(marks, key=lambda one: one[:3]):
        yield offset, mark


def label(paths: list[str]) -> str:
    """The paths of one place; of one person or row the head once.

    >>> label(["people[0].name", "people[0].role", "start"])
    'people[0].name .role start'
    """
    said: list[str] = []
    before = ""
    for path in paths:
        head, dot, attribute = path.partition(".")
        said.append(f".{attribute}" if dot and head == before else path)
        before = head
    return " ".join(said)


def _told(path: str, event: Mapping[str, Any], places: list[dict[str, Any]]) -> Text:
    """path = value, and the rule that read it with its confidence."""
    first = places[0]
    doubt = " ?" if first["confidence"] < DOUBT else ""
    line = Text(path, style=COLOURS.get(_field(path), OTHER))
    line.append(f" = {_written(_value(event, path))}")
    return line.append(f"  ({first['rule']}, {first['confidence']:.2f}{doubt})", style="dim")


def _value(event: Any, path: str) -> Any:
    """What stands at a path as "people[0].topic"."""
    for step in re.findall(r"\w+", path):
        event = event[int(step)] if step.isdigit() else event[step]
    return event


def _written(value: Any) -> str:
    """A value in one line: bodies by their names with codes, runs of days by their ends."""
    if isinstance(value, list):
        return ", ".join(map(_written, value))
    if isinstance(value, dict):
        return f"{value['name']} ({value['code']})" if value.get("code") else str(value["name"])
    return str(value)


def _shown(path: str) -> bool:
    return path not in UNTOLD and path.rpartition(".")[2] not in UNSAID


def _field(path: str) -> str:
    return path.partition(".")[0].partition("[")[0]
