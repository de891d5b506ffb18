"""Events that belong to an event: of its series, with its people, by its organisers."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from math import log2
from typing import Any

from sqlite_utils import Database

from archive.catalogue import one, rows

MOST = 6
BUSY = 200  # events; who has a part in more of them, as a minister has, relates nothing
SERIES = 3.0  # weighs as six people do who were in three events each
LEAST = 0.22  # who has a part in more than twenty events is there by chance, alone and beside others like it
DECADE = 3650  # days
SHORTEST, BEGUN = 12, 24  # letters of a series with which the index begins to look for it
# How the name of a series ends that does not say whose it is. To add one: an ending, without blanks.
UNNAMED = ("คณะกรรมการฯ", "คณะอนุกรรมการฯ", "คณะทำงานฯ", "ใหญ่สามัญ", "ใหญ่สามัญประจำปี", "ใหญ่วิสามัญ")


@dataclass
class Related:
    """Another event, and why: of the same series, and the names of those who have a part in both."""

    id: str
    title: str | None
    start: str | None
    end: str | None
    date_edtf: str | None
    series: bool
    people: list[str] = field(default_factory=list)
    weight: float = 0.0


def related(db: Database, id: str, most: int = MOST) -> list[Related]:
    """The nearest first; of equally near ones the one nearest in time. Empty where nothing is."""
    event = one(db, "SELECT key, start, series FROM event WHERE id = ?", [id])
    if event is None:
        return []
    found = {row.pop("key"): Related(**row, series=True, weight=SERIES) for row in _series(db, event)}
    near = set(found)
    for row in rows(db, _PEOPLE, [event["key"], BUSY]):
        name, key, weight = row.pop("name"), row.pop("key"), 1 / log2(1 + row.pop("events"))
        other = found.setdefault(key, Related(**row, series=False))
        other.people.append(name)
        other.weight += weight
        near |= {key} if weight >= LEAST else set()
    apart = {key: _apart(event["start"], found[key].start) for key in near}
    order = sorted(near, key=lambda key: (-found[key].weight, apart[key], found[key].id))
    return [found[key] for key in order[:most]]


@dataclass(frozen=True)
class Elsewhere:
    """A person or body of an event that has a part in others: how many, and the facet that lists them."""

    facet: str
    name: str  # its value there
    events: int


def elsewhere(db: Database, id: str) -> dict[str, Elsewhere]:
    """Path of a person or organiser of the event, such as people[0] -> their other events, if any."""
    found = {}
    asked = (("people", "participant", _PEOPLE_ELSEWHERE), ("organizers", "body", _BODIES_ELSEWHERE))
    for path, facet, sql in asked:
        for row in rows(db, sql, [id]):
            if row["events"] > 1:
                found[f"{path}[{row['n']}]"] = Elsewhere(facet, row["name"], row["events"] - 1)
    return found


def _series(db: Database, event: dict[str, Any]) -> list[dict[str, Any]]:
    """Those whose series has the same name, but for blanks, which Thai puts anywhere."""
    name = event["series"] or ""
    plain = name.replace(" ", "")
    if not name or plain.endswith(UNNAMED):
        return []
    begins = name[: max(SHORTEST, len(name[:BEGUN].split(" ")[0]))]
    values = {"begins": begins, "ends": f"{begins}\U0010ffff", "plain": plain, "key": event["key"]}
    sql = f"""SELECT {_EVENT} FROM event WHERE series >= :begins AND series < :ends
        AND replace(series, ' ', '') = :plain AND key <> :key ORDER BY start DESC LIMIT 100"""
    return list(db.query(sql, values))


def _apart(one: str | None, other: str | None) -> int:
    """Days between two days; an unknown one is a decade away."""
    if one is None or other is None:
        return DECADE
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)


_EVENT = """event.key, event.id, event.title, event.start, event."end", event.date_edtf"""
_PEOPLE_ELSEWHERE = """
    SELECT part.n, person.name,
        (SELECT count(DISTINCT event) FROM part AS other WHERE other.person = person.id) AS events
    FROM event JOIN part ON part.event = event.key JOIN person ON person.id = part.person
    WHERE event.id = ?"""
_BODIES_ELSEWHERE = """
    SELECT organizer.n, organization.name,
        (SELECT count(DISTINCT event) FROM organizer AS other
            WHERE other.organization = organization.id) AS events
    FROM event JOIN organizer ON organizer.event = event.key
    JOIN organization ON organization.id = organizer.organization WHERE event.id = ?"""
# Who has a part in the event, in how many events, and each of these.
_PEOPLE = f"""
    WITH known AS (
        SELECT person, count(DISTINCT event) AS events FROM part
        WHERE person IN (SELECT person FROM part WHERE event = ?1) GROUP BY person HAVING events <= ?2
    )
    SELECT DISTINCT {_EVENT}, person.name, known.events FROM known
    JOIN part ON part.person = known.person JOIN person ON person.id = known.person
    JOIN event ON event.key = part.event
    WHERE part.event <> ?1 ORDER BY known.events, person.id, event.key"""
