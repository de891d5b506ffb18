"""Merges: two reports of one event. The documents of both tell of one, and the other id leads to it."""

from __future__ import annotations

from typing import Any

from sqlite_utils import Database

from archive import events
from archive.catalogue import rows, value
from archive.clock import now
from archive.decisions import corrections
from archive.decisions.rereading import read_again
from extractors.errors import BadInput
from extractors.records import Event

# Where an id leads. A merge into what was taken down leads nowhere, and the event stands for itself.
_HOLDS = "undone_at IS NULL AND into_event NOT IN (SELECT document FROM taken_down)"


def decide(db: Database, event: str, into: str, who: str, why: str) -> dict[str, Any]:
    """The decision that two events are one. Raises BadInput where they are not two events."""
    if (other := redirected(db, event)) != event:
        raise BadInput(event, f"was merged into {other}; `prachum split {event}` undoes that first")
    target = redirected(db, into)
    for id in (event, target):
        if events.load(db, id) is None:
            raise BadInput(id, "there is no event of that id; `prachum search` shows the ids")
    if target == event:
        raise BadInput(event, f"{into} leads to it already; expected the ids of two events")
    return {"decision": "merge", "event": event, "into": target, "who": who, "at": now(), "why": why}


def decide_split(db: Database, event: str, who: str, why: str) -> dict[str, Any]:
    """The decision that a merged event is one of its own. Raises BadInput where it was not merged."""
    if not value(db, "SELECT 1 FROM merge WHERE event = ? AND undone_at IS NULL", [event]):
        raise BadInput(event, "was not merged into another event; `prachum show --history` tells what was")
    return {"decision": "split", "event": event, "who": who, "at": now(), "why": why}


def redirected(db: Database, id: str) -> str:
    """The id of the event that this one was merged into, and so on; itself where it was not."""
    met = {id}
    sql = f"SELECT into_event FROM merge WHERE event = ? AND {_HOLDS}"
    while (into := value(db, sql, [id])) is not None and into not in met:
        met.add(into)
        id = into
    return id


def merged_into(db: Database, id: str) -> list[str]:
    """The ids that lead to this one, near and far."""
    sql = """
        WITH RECURSIVE found(id) AS (
            SELECT event FROM merge WHERE into_event = ?1 AND undone_at IS NULL
            UNION SELECT event FROM merge JOIN found ON into_event = found.id WHERE undone_at IS NULL
        ) SELECT id FROM found WHERE id <> ?1 ORDER BY id"""
    return [row["id"] for row in rows(db, sql, [id])]


def tell(db: Database, page: str, event: Event | None) -> None:
    """Writes what a page was read to tell, with people's word over it: of its own event, or of another."""
    into = redirected(db, page)
    if into == page:
        for other in merged_into(db, page):
            events.write(db, other, None, ())
        events.write(db, page, corrections.apply(db, page, event), _tellers(db, page))
    else:
        events.write(db, page, None, ())
        _tell_anew(db, into)


def merge(db: Database, said: dict[str, Any]) -> None:
    db.execute(
        "INSERT INTO merge(event, into_event, who, at, why) VALUES (?, ?, ?, ?, ?)",
        [said["event"], said["into"], said["who"], said["at"], said["why"]],
    )
    events.write(db, said["event"], None, ())
    _tell_anew(db, redirected(db, said["event"]))


def split(db: Database, said: dict[str, Any]) -> None:
    """Undoes a merge."""
    before = redirected(db, said["event"])
    db.execute(
        "UPDATE merge SET undone_at = ?, undone_by = ?, undone_why = ? WHERE event = ? AND undone_at IS NULL",
        [said["at"], said["who"], said["why"], said["event"]],
    )
    _tell_anew(db, before)
    read_again(db, said["event"])


def _tell_anew(db: Database, id: str) -> None:
    """The same event, with the documents that tell of it now."""
    events.write(db, id, events.load(db, id), _tellers(db, id))


def _tellers(db: Database, id: str) -> list[int]:
    """The keys of the readable documents of an event's page and of the pages merged into it."""
    sql = "SELECT key FROM document WHERE (id = ?1 OR parent = ?1) AND version IS NOT NULL"
    return [row["key"] for page in (id, *merged_into(db, id)) for row in rows(db, sql, [page])]
