"""Events in the catalogue: an Event to rows, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from itertools import zip_longest

from sqlite_utils import Database

from archive import proofs
from archive.catalogue import one, rows, value
from extractors.output import event_from_json, facts_json
from extractors.records import Event

# Columns of `event` that hold the fact of that name as it is.
COLUMNS = [
    "title",
    "type",
    "phase",
    "start",
    "end",
    "date_edtf",
    "time",
    "end_time",
    "district",
    "province",
    "country",
    "online",
    "status",
    "series",
    "number",
    "fiscal_year",
]


def load(db: Database, id: str) -> Event | None:
    """The event with its evidence, corrections and all; None where there is none of that id."""
    row = one(db, "SELECT key, facts FROM event WHERE id = ?", [id])
    if row is None:
        return None
    evidence = proofs.load(db, "evidence", "event", row["key"])
    return replace(event_from_json(json.loads(row["facts"])), evidence=evidence)


def write(db: Database, id: str, event: Event | None, reports: Iterable[int]) -> None:
    """The rows of that event, in place of those before; `reports` are the keys of those that tell of it.

    Nothing is written where nothing changed. None takes the event away.
    """
    told = sorted(reports)
    if event is not None and event == load(db, id) and told == documents(db, id):
        return
    named = _named(db, id)
    if event is None:
        _clear(db, id)
        db.execute("DELETE FROM event WHERE id = ?", [id])
    else:
        _row(db, id, event)
        _clear(db, id)
        key = value(db, "SELECT key FROM event WHERE id = ?", [id])
        _details(db, key, event)
        db.conn.executemany("INSERT INTO report(event, document) VALUES (?, ?)", [(key, one) for one in told])
    _drop_unused(db, named)


def _row(db: Database, id: str, event: Event) -> None:
    facts = facts_json(event)
    values = {name: facts[name] for name in COLUMNS}
    values["facts"] = json.dumps(facts, ensure_ascii=False)
    values["venue"] = _key(db, "venue", event.venue) if event.venue else None
    names = [f'"{name}"' for name in values]
    db.execute(
        f"INSERT INTO event(id, {', '.join(names)}) VALUES (?{', ?' * len(values)}) "
        f"ON CONFLICT(id) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in names)}",
        [id, *values.values()],
    )


def _details(db: Database, key: int, event: Event) -> None:
    for n, person in enumerate(event.people):
        db.execute(
            "INSERT INTO part(event, n, person, role, honorific, position, topic) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                key,
                n,
                _key(db, "person", person.name),
                person.role,
                person.honorific,
                person.position,
                person.topic,
            ],
        )
    bodies = zip_longest(event.organizers, event.organizations[: len(event.organizers)])
    for n, (written, body) in enumerate(bodies):
        name, code = body or (written, None)
        organization = _key(db, "organization", name)
        if code:
            db.execute("UPDATE organization SET code = ? WHERE id = ?", [code, organization])
        db.execute(
            "INSERT INTO organizer(event, n, organization, written) VALUES (?, ?, ?, ?)",
            [key, n, organization, written],
        )
    for n, item in enumerate(event.agenda):
        db.execute(
            'INSERT INTO agenda_item(event, n, number, start, "end", title, people) '
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                *(key, n, item.number, item.start, item.end, item.title),
                json.dumps(item.people, ensure_ascii=False),
            ],
        )
    db.conn.executemany(
        """INSERT INTO evidence(event, path, document, page, start, "end", rule, confidence)
        SELECT ?, ?, key, ?, ?, ?, ?, ? FROM document WHERE id = ?""",
        [
            (key, path, place.page, place.start, place.end, place.rule, place.confidence, place.document)
            for path, place in event.proofs()
        ],
    )


def _clear(db: Database, id: str) -> None:
    for table in ("part", "organizer", "agenda_item", "evidence", "report"):
        db.execute(f"DELETE FROM {table} WHERE event = (SELECT key FROM event WHERE id = ?)", [id])


def documents(db: Database, id: str) -> list[int]:
    """The keys of the documents that tell of the event."""
    sql = "SELECT document FROM report WHERE event = (SELECT key FROM event WHERE id = ?) ORDER BY document"
    return [row["document"] for row in rows(db, sql, [id])]


def _key(db: Database, table: str, name: str) -> int:
    """The row of a person, venue or organization, made where there is none."""
    db.execute(f"INSERT OR IGNORE INTO {table}(name) VALUES (?)", [name])
    key: int = value(db, f"SELECT id FROM {table} WHERE name = ?", [name])
    return key


# What an event names, by the column that names it.
_NAMES = {
    "person": ("part", "person"),
    "organization": ("organizer", "organization"),
    "venue": ("event", "venue"),
}


def _named(db: Database, id: str) -> dict[str, list[int]]:
    """The persons, organizations and venues that the event names so far, by table."""
    key = value(db, "SELECT key FROM event WHERE id = ?", [id])
    named = {}
    for table, (source, column) in _NAMES.items():
        of = "key" if source == "event" else "event"
        sql = f"SELECT DISTINCT {column} AS id FROM {source} WHERE {of} = ? AND {column} IS NOT NULL"
        named[table] = [row["id"] for row in rows(db, sql, [key])]
    return named


def _drop_unused(db: Database, named: dict[str, list[int]]) -> None:
    """Takes away the persons, venues and organizations among these that no event names any more."""
    for table, keys in named.items():
        source, column = _NAMES[table]
        db.conn.executemany(
            f"DELETE FROM {table} WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM {source} WHERE {column} = ?1)",
            [(key,) for key in keys],
        )
