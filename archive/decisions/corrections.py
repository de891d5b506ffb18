"""Corrections: a person's word for a value of an event, which no later reading overrides.

A correction pins the whole value of its path's first step: who corrects
people[1].topic pins the list of people, since the next reading may give the
list in another order. The path, the old and the new value stay on record.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

from sqlite_utils import Database

from archive import events
from archive.catalogue import rows
from archive.clock import now
from archive.decisions.rereading import read_again
from archive.decisions.values import STEP, put
from extractors.errors import BadInput
from extractors.output import event_from_json, evidence_json, facts_json
from extractors.records import Event, Evidence


def decide(db: Database, id: str, path: str, new: Any, who: str, why: str) -> dict[str, Any]:
    """The decision to write into decisions.jsonl. Raises BadInput where it makes no sense."""
    event = events.load(db, id)
    if event is None:
        raise BadInput(id, "there is no event of that id; `prachum search` shows the ids")
    facts = facts_json(event)
    old, head = put(facts, path, new)
    try:
        event_from_json({head: facts[head]})
    except (TypeError, KeyError, AttributeError) as error:
        raise BadInput(path, f"{new!r} cannot stand there: {error}") from None
    said = {"event": id, "path": path, "old": old, "new": new, "pinned": facts[head]}
    return {"decision": "correction", **said, "who": who, "at": now(), "why": why}


def decide_withdrawal(db: Database, id: str, path: str, who: str, why: str) -> dict[str, Any]:
    """The decision to let stand again what is read. Raises BadInput where nobody corrected that."""
    if not _standing(db, id, path):
        raise BadInput(path, f"nobody corrected that of {id}; `prachum show --history {id}` tells what was")
    return {"decision": "withdrawal", "event": id, "path": _head(path), "who": who, "at": now(), "why": why}


def correct(db: Database, said: dict[str, Any]) -> None:
    texts = [json.dumps(said[name], ensure_ascii=False) for name in ("old", "new", "pinned")]
    db.execute(
        "INSERT INTO correction(event, path, old, new, pinned, who, at, why) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [said["event"], said["path"], *texts, said["who"], said["at"], said["why"]],
    )
    event = events.load(db, said["event"])
    if event is not None:
        told = events.documents(db, said["event"])
        events.write(db, said["event"], pin(event, said["path"], said["pinned"]), told)


def withdraw(db: Database, said: dict[str, Any]) -> None:
    """Undoes every correction below the path's first step: each of them pinned all of it."""
    db.conn.executemany(
        "UPDATE correction SET undone_at = ?, undone_by = ?, undone_why = ? WHERE id = ?",
        [(said["at"], said["who"], said["why"], id) for id in _standing(db, said["event"], said["path"])],
    )
    read_again(db, said["event"])


def _standing(db: Database, event: str, path: str) -> list[int]:
    """The corrections below that path's first step that nobody withdrew."""
    made = rows(db, "SELECT id, path FROM correction WHERE event = ? AND undone_at IS NULL", [event])
    return [row["id"] for row in made if _head(row["path"]) == _head(path)]


def apply(db: Database, id: str, event: Event | None) -> Event | None:
    """The event as people corrected it, one correction after the other."""
    sql = "SELECT path, pinned FROM correction WHERE event = ? AND undone_at IS NULL ORDER BY id"
    for row in rows(db, sql, [id]):
        event = pin(event or Event(), row["path"], json.loads(row["pinned"]))
    return event


def pin(event: Event, path: str, value: Any) -> Event:
    """The event with the value of the path's first step replaced, and the evidence that still proves it."""
    head = _head(path)
    before = facts_json(event)
    after = {**before, head: value}
    if head == "organizers" and event.organizations:
        known = dict(zip(event.organizers, before["organizations"], strict=False))
        after["organizations"] = [known.get(name, {"name": name, "code": None}) for name in value]
    evidence = {path: places for path, places in evidence_json(event.evidence).items() if _head(path) != head}
    evidence |= _still_proven(head, before[head], after[head], evidence_json(event.evidence))
    proofs = {path: tuple(Evidence(**place) for place in places) for path, places in evidence.items()}
    return replace(event_from_json(after), evidence=proofs)


def _still_proven(head: str, before: Any, after: Any, evidence: dict[str, Any]) -> dict[str, Any]:
    """The evidence below `head` for values that are the same after as before, under their new index."""
    if not isinstance(after, list) or not isinstance(before, list):
        return {head: evidence[head]} if before == after and head in evidence else {}
    proven = {}
    for new, old in _matched(before, after).items():
        for path, places in evidence.items():
            match = STEP.fullmatch(path)
            assert match is not None
            if match[1] != head or match[2] is None or int(match[2]) != old:
                continue
            attribute = match[3]
            was, is_ = before[old], after[new]
            if (was.get(attribute) == is_.get(attribute)) if attribute else was == is_:
                proven[f"{head}[{new}]" + (f".{attribute}" if attribute else "")] = places
    return proven


def _matched(before: list[Any], after: list[Any]) -> dict[int, int]:
    """The old index of each new item: that of the same name, else the same place where it is free."""
    names = [_name(item) for item in before]
    found = {new: names.index(_name(item)) for new, item in enumerate(after) if _name(item) in names}
    for new in range(min(len(before), len(after))):
        if new not in found and new not in found.values():
            found[new] = new
    return found


def _name(item: Any) -> Any:
    return item.get("name") or item.get("title") if isinstance(item, dict) else item


def _head(path: str) -> str:
    return re.split(r"[\[.]", path, maxsplit=1)[0]
