"""How near what is read comes to what a person annotated, field by field, and what is wrong.

The same definitions as those of the public gold set's scorer: names, days and
provinces must be equal, titles, venues and organizers alike. To score another
field: a line in VALUES.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any

Event = dict[str, Any]
Match = Callable[[Any, Any], bool]

INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\ufeff\u2060\u00ad"))
THAI_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
BLANKS_AND_MARKS = re.compile(r"[\s\"'“”‘’()\-–,.]+")
CHIEF = ("chair", "opener", "speaker", "lead", "signatory")


@dataclass
class Tally:
    """One field over all documents; `wrong` holds (document, annotated, read)."""

    right: int = 0
    read: int = 0
    annotated: int = 0
    wrong: list[tuple[str, Any, Any]] = field(default_factory=list)

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.read + self.annotated) if self.read + self.annotated else 1.0

    def add(self, name: str, annotated: Iterable[Any], read: Iterable[Any], match: Match) -> None:
        """Pairs off what matches; the order of neither side matters."""
        wanted, left = list(annotated), list(read)
        self.annotated += len(wanted)
        self.read += len(left)
        missed = []
        for value in wanted:
            hit = next((other for other in left if match(value, other)), None)
            if hit is None:
                missed.append(value)
            else:
                left.remove(hit)
                self.right += 1
        self.wrong.extend((name, value, other) for value, other in zip_longest(missed, left))


def fold(value: Any) -> str:
    """What of a value is compared.

    >>> fold("ประชุม “PLC” ครั้งที่ ๑/๒๕๖๕")
    'ประชุมplcครั้งที่1/2565'
    """
    text = unicodedata.normalize("NFC", str(value)).translate(INVISIBLE).translate(THAI_DIGITS)
    return BLANKS_AND_MARKS.sub("", text.replace("ํา", "ำ").replace("เเ", "แ")).lower()


def same(one: Any, other: Any) -> bool:
    return fold(one) == fold(other)


def near(one: str, other: str, least: float = 0.8) -> bool:
    """Equal but for a fifth of their characters.

    >>> near("ห้องประชุม 1 โรงแรมริมน่าน", "ห้องประชุม 1 โรงแรมริมน่าน อ.เมือง")
    True
    """
    a, b = fold(one), fold(other)
    blocks = difflib.SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    return a == b or (bool(a and b) and 2 * sum(block.size for block in blocks) / (len(a) + len(b)) >= least)


def alike(one: str, other: str, least: float = 0.8) -> bool:
    """Near, or one holds the other and is at most twice as long."""
    short, long = sorted((fold(one), fold(other)), key=len)
    return bool(short) and ((short in long and 2 * len(short) >= len(long)) or near(one, other, least))


# field -> when a value read is the one annotated.
VALUES: dict[str, Match] = {
    "start": same,
    "end": same,
    "time": same,
    "end_time": same,
    "venue": near,
    "district": same,
    "province": same,
    "country": same,
    "title": alike,
    "type": same,
    "phase": same,
    "status": same,
    "online": same,
    "platform": alike,
    "link": same,
    "number": same,
    "fiscal_year": same,
    "date_edtf": same,
    "days": same,
    "weekday_conflict": same,
    "previous_start": same,
    "previous_end": same,
    "agenda": same,
}


def score(documents: Iterable[tuple[str, Event | None, Event | None]]) -> dict[str, Tally]:
    """The tallies by field, of (name, annotated event, event read)."""
    tallies = {name: Tally() for name in ("event", *VALUES, "organizers", *PEOPLE)}
    for name, annotated, read in documents:
        tallies["event"].add(name, _some(annotated is not None), _some(read is not None), same)
        if annotated is None:
            continue
        _add_values(tallies, name, _told(annotated), _told(read or {}))
        bodies = (annotated["organizers"], (read or {}).get("organizers", ()))
        tallies["organizers"].add(name, *bodies, alike)
        _add_people(tallies, name, annotated["people"], (read or {}).get("people", []))
    return tallies


PEOPLE = ("people", "chief", "roles", "position", "topic", "honorific")


def _told(event: Event) -> Event:
    """The event's values to compare: those that are there, and those that follow from others where unsaid."""
    if not event:
        return {}
    agenda = event.get("agenda") or 0
    return {
        **event,
        "status": event.get("status") or {"report": "held", "announcement": "announced"}[event["phase"]],
        "online": event["online"] or None,
        "weekday_conflict": bool(event.get("weekday_conflict")) or None,
        "agenda": (agenda if isinstance(agenda, int) else len(agenda)) or None,
        "days": event.get("days") or None,
        # Where an event has whole days, the coarse date only repeats them.
        "date_edtf": None if event["start"] else event.get("date_edtf"),
    }


def _add_values(tallies: dict[str, Tally], name: str, annotated: Event, read: Event) -> None:
    for what, match in VALUES.items():
        tallies[what].add(name, _some(annotated.get(what)), _some(read.get(what)), match)


def _add_people(tallies: dict[str, Tally], name: str, annotated: list[Event], read: list[Event]) -> None:
    tallies["people"].add(name, [p["name"] for p in annotated], [p["name"] for p in read], same)
    for what, roles in (("chief", CHIEF), ("roles", None)):
        parts = [
            [(p["name"], p["role"]) for p in people if not roles or p["role"] in roles]
            for people in (annotated, read)
        ]
        tallies[what].add(name, *parts, lambda one, other: same(one[0], other[0]) and one[1] == other[1])
    for person, other in _both(annotated, read):
        for what, match in (("position", _roughly), ("topic", _roughly), ("honorific", same)):
            tallies[what].add(name, _some(person[what]), _some(other[what]), match)


def _both(annotated: list[Event], read: list[Event]) -> Iterator[tuple[Event, Event]]:
    """The people whom both name."""
    for person in annotated:
        other = next((other for other in read if same(person["name"], other["name"])), None)
        if other:
            yield person, other


def _roughly(one: str, other: str) -> bool:
    return alike(one, other, 0.7)


def _some(value: Any) -> list[Any]:
    return [value] if value not in (None, "", False, []) else []
