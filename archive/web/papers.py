"""What an official document says of itself, line by line as people read it, in pages and `prachum show`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from archive.web.language import OFFICIAL, OFFICIAL_KINDS, clock, days, named
from extractors.records import Attendee, Official, Signatory
from extractors.thai.honorifics import addressed

# What an event's page has elsewhere: its people and its programme.
TOLD_BY_EVENT = ("present", "attending", "business")


@dataclass(frozen=True)
class Said:
    text: str
    more: str  # the post, why somebody was absent, which item it was resolved under
    document: str  # id
    offset: int  # where in the document's text it was read


@dataclass(frozen=True)
class Line:
    label: str
    values: tuple[Said, ...]


def lines(official: Official, language: str, leave_out: tuple[str, ...] = ()) -> list[Line]:
    """A line for each thing it says, in the order of OFFICIAL; those named in `leave_out` not."""
    found = []
    for name in OFFICIAL:
        if name not in leave_out and (values := tuple(_values(official, name, language))):
            found.append(Line(named(language, OFFICIAL, name), values))
    return found


def _values(official: Official, name: str, language: str) -> Iterator[Said]:
    held = getattr(official, name)
    if not isinstance(held, tuple):
        if held is not None:
            yield _said(official, name, _written(name, held, language))
        return
    for n, item in enumerate(held):
        if isinstance(item, (Attendee, Signatory)):
            yield _said(official, f"{name}[{n}].name", addressed(item.honorific, item.name), _more(item))
        elif name == "business":
            yield _said(official, f"{name}[{n}].title", " ".join(filter(None, (item.number, item.title))))
        else:
            under = f"{named(language, OFFICIAL, 'business')} {item.item}" if item.item else ""
            yield _said(official, f"{name}[{n}].text", item.text, under)


def _said(official: Official, path: str, text: str, more: str = "") -> Said:
    place = official.evidence[path][0]
    return Said(text, more, place.document, place.start)


def _written(name: str, value: str, language: str) -> str:
    if name == "kind":
        return named(language, OFFICIAL_KINDS, value)
    if name in ("date", "reply_by"):
        return days(language, value)
    return clock(language, value) if name in ("started", "closed") else value


def _more(person: Attendee | Signatory) -> str:
    if isinstance(person, Signatory):
        return person.position or ""
    note = f"({person.note})" if person.note else ""
    return " ".join(filter(None, (person.position, person.duty, note)))
