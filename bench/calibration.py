"""Whether a confidence means what it says: the share right among the values read, by field and by rule.

A value is right where the annotation has it, by the definitions of the
annotated set; all values of an event that is none are wrong.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extractors.read import read_facts
from extractors.records import Document, Found
from extractors.thai.text import normalize, opened
from tests.annotated.pairs import pairs
from tests.annotated.scoring import VALUES, alike, near, same

GOLD = Path(__file__).resolve().parents[2] / "shared" / "gold"
SURE = 0.9  # a value of this confidence or more is shown without a word of doubt
TARGET = 0.97

Event = dict[str, Any]

# Of a list, which attributes are judged, and when they are right.
PEOPLE = {"honorific": same, "role": same, "position": lambda a, b: alike(a, b, 0.7), "topic": near}
PLAIN = ("start", "end", "time", "end_time", "venue", "district", "province", "country", "title")
KINDS = ("type", "phase", "online")


@dataclass(frozen=True)
class Judged:
    """One value that was read."""

    field: str
    rule: str
    confidence: float
    right: bool


def main() -> None:
    sets = {"annotated": [(pair.document, pair.event) for pair in pairs()]}
    if GOLD.is_dir():
        sets = {"gold (news and edu)": [*gold("news"), *gold("edu")], **sets}
    for name, documents in sets.items():
        judged = [one for document, event in documents for one in judge(document, event)]
        print(f"### {name}: {len(documents)} documents\n")
        print_fields(judged)
        print_rules(judged)


def gold(name: str) -> Iterator[tuple[Document, Event | None]]:
    for line in (GOLD / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text = opened(row.get("title"), normalize(row["text"]))
        yield Document(row["id"], "", "text/plain", text, title=row.get("title")), row["event"]


def judge(document: Document, event: Event | None) -> Iterator[Judged]:
    """Every value read of a document, right or wrong."""
    facts = read_facts(document) or {}
    names = {path.split(".")[0]: found.value for path, found in facts.items() if path.endswith("].name")}
    for path, found in facts.items():
        head, _, attribute = path.partition(".")
        kind = head.partition("[")[0]
        if path in (*PLAIN, *KINDS):
            yield _judged(path, found, event is not None and _equal(path, event.get(path), found.value))
        elif kind == "organizers" and not attribute:
            told = event["organizers"] if event else []
            yield _judged(kind, found, any(alike(body, found.value) for body in told))
        elif kind == "people" and attribute in ("name", *PEOPLE):
            yield from _person(attribute, found, names[head], event)


def _person(attribute: str, found: Found, name: str, event: Event | None) -> Iterator[Judged]:
    """A name by itself; an attribute only of who is annotated, a post and a topic where the guide has one."""
    told = next((p for p in (event or {}).get("people", ()) if same(p["name"], name)), None)
    if attribute == "name":
        yield _judged("people.name", found, told is not None)
    elif told is not None and (told[attribute] or attribute not in ("position", "topic")):
        right = told[attribute] is not None and PEOPLE[attribute](told[attribute], found.value)
        yield _judged(f"people.{attribute}", found, right)


def _equal(field: str, told: Any, read: Any) -> bool:
    return told not in (None, "") and VALUES[field](told, read)


def _judged(field: str, found: Found, right: bool) -> Judged:
    return Judged(field, found.rule, found.confidence, right)


def print_fields(judged: list[Judged]) -> None:
    """A line a field: among the sure values, how many are right; and how many of all values are sure."""
    by_field = defaultdict(list)
    for one in judged:
        by_field[one.field].append(one)
    print(f"| field | values | confidence >= {SURE} | right of these | |\n|---|--:|--:|--:|---|")
    for field, ones in [*by_field.items(), ("all", judged)]:
        sure = [one for one in ones if one.confidence >= SURE]
        share = sum(one.right for one in sure) / len(sure) if sure else None
        told = "-" if share is None else f"{share:.3f}"
        note = "below target" if share is not None and share < TARGET else ""
        print(f"| {field} | {len(ones)} | {len(sure)} | {told} | {note} |")
    print()


def print_rules(judged: list[Judged]) -> None:
    """A line a rule: the confidence that it gives beside the share that is right."""
    by_rule = defaultdict(list)
    for one in judged:
        by_rule[one.field, one.rule, one.confidence].append(one.right)
    print("| field | rule | gives | measured | values |\n|---|---|--:|--:|--:|")
    for (field, rule, confidence), right in sorted(by_rule.items()):
        print(f"| {field} | {rule} | {confidence:.2f} | {sum(right) / len(right):.2f} | {len(right)} |")
    print()
