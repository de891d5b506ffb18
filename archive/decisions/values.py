"""What people may set in an event: the paths of its JSON, and what may stand at each."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from extractors.errors import BadInput
from extractors.output import BESIDES, GUIDE

# A field, and within a list an entry, and of an entry one thing: people[0].topic.
STEP = re.compile(r"(\w+)(?:\[(\d+)\])?(?:\.(\w+))?")

TYPES = (
    *("meeting", "workshop", "seminar", "training", "conference", "ceremony", "press", "visit"),
    *("exhibition", "other"),
)
ROLES = ("chair", "opener", "speaker", "signatory", "lead", "guest", "participant", "spokesperson")


def _day(said: Any) -> bool:
    try:
        return bool(said is None or date.fromisoformat(said).isoformat() == said)
    except (TypeError, ValueError):
        return False


def _hour(said: Any) -> bool:
    return said is None or bool(isinstance(said, str) and re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", said))


def _text(said: Any) -> bool:
    return said is None or isinstance(said, str)


DAYS = ("start", "end", "previous_start", "previous_end")
FLAGS = ("online", "acting")
YEARS = ("fiscal_year", "weekday_year")
RECORDS = ("days", "people", "organizations", "agenda")  # lists of more than words
LISTS = ("organizers", "venues", *RECORDS)

NEEDED = {"people": ("name", "role"), "agenda": ("title",), "organizations": ("name",)}  # of an entry
HOUR = (_hour, "a time as 09:30, or null")

# What may stand at a step of a path, and how to say so. A step that is not
# named here holds a text or null.
CHECKS: dict[str, tuple[Callable[[Any], bool], str]] = {
    **dict.fromkeys(DAYS, (_day, "a day as 2020-12-25, or null")),
    **dict.fromkeys(("time", "end_time"), HOUR),
    "type": (lambda said: said in TYPES, "one of " + ", ".join(TYPES)),
    "phase": (lambda said: said in ("announcement", "report"), "announcement or report"),
    "status": (
        lambda said: said in (None, "announced", "held", "postponed", "cancelled"),
        "announced, held, postponed, cancelled or null",
    ),
    "role": (lambda said: said in ROLES, "one of " + ", ".join(ROLES)),
    **dict.fromkeys(FLAGS, (lambda said: isinstance(said, bool), "true or false")),
    "fiscal_year": (
        lambda said: said is None or isinstance(said, int),
        "a year of the Buddhist Era, or null",
    ),
    "weekday_year": (lambda said: said is None or isinstance(said, int), "a Gregorian year, or null"),
    **dict.fromkeys(LISTS, (lambda said: isinstance(said, list), "a list")),
}


def holds_words(path: str) -> bool:
    """Whether plain words can stand at that path of an event's JSON; else it is a list, a record or the like.

    >>> [holds_words(path) for path in ("venue", "people[0].topic", "organizers[1]")]
    [True, True, True]
    >>> [holds_words(path) for path in ("organizers", "people[0]", "people[0].acting", "fiscal_year")]
    [False, False, False, False]
    """
    match = STEP.fullmatch(path)
    if match is None:
        return True
    head, index, attribute = match.groups()
    if index is not None and attribute is None:
        return head not in RECORDS
    return (attribute or head) not in (*FLAGS, *YEARS, *LISTS)


def put(facts: dict[str, Any], path: str, new: Any) -> tuple[Any, str]:
    """Sets the value at a path of an event's JSON; gives the value before, and the path's first step.

    An index one past the end adds an item; None at an item takes it out.
    """
    match = STEP.fullmatch(path)
    if match is None or match[1] not in (*GUIDE, *BESIDES):
        raise BadInput(path, "expected a field of an event, as start, people[0].topic or organizers[1]")
    head, index, attribute = match.groups()
    if index is None:
        _check(head, new)
        for item in new if head in LISTS else ():
            _check_item(head, item)
        old, facts[head] = facts[head], new
        return old, head
    items = facts[head]
    if not isinstance(items, list) or int(index) > len(items) - bool(attribute):
        raise BadInput(path, f"{head} has {len(items or ())} entries, counted from 0")
    place = items[int(index) : int(index) + 1]
    if attribute is None:
        if new is not None:
            _check_item(head, new)
        items[int(index) : int(index) + 1] = [] if new is None else [new]
        return (place or [None])[0], head
    if not isinstance(place[0], dict) or attribute not in place[0]:
        raise BadInput(path, f"an entry of {head} has no {attribute}")
    _check(attribute, new, head)
    old, place[0][attribute] = place[0][attribute], new
    return old, head


def _check(step: str, new: Any, within: str | None = None) -> None:
    of_item = within == "agenda" and step in ("start", "end")
    fits, expected = HOUR if of_item else CHECKS.get(step, (_text, "a text or null"))
    if not fits(new):
        raise BadInput(step, f"expected {expected}, came {new!r}")


def _check_item(head: str, item: Any) -> None:
    """Raises BadInput where that can be no entry of the list."""
    if head == "days":
        if not (isinstance(item, list) and len(item) == 2 and all(day and _day(day) for day in item)):
            raise BadInput(head, f'expected two days as ["2020-12-25", "2020-12-26"], came {item!r}')
    elif head in RECORDS:
        lacking = [name for name in NEEDED[head] if not (isinstance(item, dict) and item.get(name))]
        if lacking:
            raise BadInput(head, f"expected an entry with its {' and '.join(lacking)}, came {item!r}")
        for attribute, held in item.items():
            _check(attribute, held, head)
    elif not (isinstance(item, str) and item):
        raise BadInput(head, f"expected a text, came {item!r}")
