"""What a reading makes of its document's versions: a new one, the one before read anew, or none."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sqlite_utils import Database

from archive import indexing, quality
from archive.catalogue import number, one, value
from archive.clock import now
from extractors.errors import PrachumError
from extractors.formats.media import HTML
from extractors.passing import is_same_page
from extractors.read import EXTRACTOR
from extractors.records import Capture, Document


@dataclass(frozen=True)
class Reading:
    """What became of a capture: a document, or the error that says why there is none."""

    capture: Capture
    document: Document | None
    error: PrachumError | None = None


def revise(db: Database, key: int, reading: Reading, run: int | None, less: bool) -> str:
    """The version that the capture makes; gives the count it belongs to.

    One that gives less than the document's current one never takes its place.

    A capture that was read before keeps its version, read anew. Another one
    makes a version only where its text is another than the current one's;
    where nothing but counters and the like went on, the version goes over to
    the newer capture, whose offsets the evidence has.
    """
    capture = one(db, "SELECT id, version FROM capture WHERE record_id = ?", [reading.capture.record_id])
    assert capture is not None
    own = one(db, "SELECT * FROM version WHERE id = ?", [capture["version"]])
    current = one(
        db,
        "SELECT version.* FROM version JOIN document ON version.id = document.version "
        "WHERE document.key = ? AND error IS NULL",
        [key],
    )
    row = _version(reading)
    made = {"document": key, "capture": capture["id"], "run": run}
    if reading.document is None:
        return _save_failure(db, made, own, current, row)
    if less:
        return _save_waiting(db, made, own, current, row)
    if own is not None and own["error"] is not None:
        _forget(db, own["id"])
        own = None
    if own is None and current is not None and current["text_sha256"] == row["text_sha256"]:
        id, outcome = current["id"], "unchanged"
    elif own is None and current is not None and _is_same_page(db, current, reading):
        id, outcome = current["id"], "unchanged"
        row["capture"] = capture["id"]
    elif own is None:
        id, outcome = _insert(db, made, row), "changed" if current else "new"
    else:
        same = own["text_sha256"] == row["text_sha256"]
        id, outcome = own["id"], "unchanged" if same else "changed"
    _update(db, id, row)
    _put_text(db, id, reading.document.text)
    quality.put(db, id, reading.document)
    db.execute("UPDATE capture SET version = ?1 WHERE id = ?2 AND version IS NOT ?1", [id, capture["id"]])
    db.execute("UPDATE document SET version = ?1 WHERE key = ?2 AND version IS NOT ?1", [id, key])
    return outcome


def _is_same_page(db: Database, current: dict[str, Any], reading: Reading) -> bool:
    """Whether of a web page nothing changed but what changes by itself."""
    assert reading.document is not None
    if reading.document.media_type != HTML:
        return False
    sql = """
        SELECT text, fetched_at FROM version JOIN text ON text.version = version.id
        JOIN capture ON capture.id = version.capture WHERE version.id = ?"""
    before = one(db, sql, [current["id"]])
    return before is not None and is_same_page(
        before["text"], reading.document.text, before["fetched_at"], reading.capture.fetched_at
    )


def _save_failure(
    db: Database,
    made: dict[str, Any],
    own: dict[str, Any] | None,
    current: dict[str, Any] | None,
    row: dict[str, Any],
) -> str:
    """A version without text that says why; the last good one stays the document's."""
    if own is None:
        id = _insert(db, made, row)
        if current is None:
            db.execute("UPDATE document SET version = ? WHERE key = ?", [id, made["document"]])
        indexing.put_title(db, made["document"])
    elif own["error"] is not None:
        _update(db, own["id"], row)
    return "failed"


def _save_waiting(
    db: Database,
    made: dict[str, Any],
    own: dict[str, Any] | None,
    current: dict[str, Any] | None,
    row: dict[str, Any],
) -> str:
    """A version that has no word yet; the last good one stays the document's, be it the capture's own."""
    if own is None:
        id = _insert(db, made, row)
        _put_text(db, id, "")
        db.execute("UPDATE capture SET version = ? WHERE id = ?", [id, made["capture"]])
        return "changed"
    if current is None or own["id"] != current["id"]:
        _update(db, own["id"], row)
    return "unchanged"


def _forget(db: Database, version: int) -> None:
    """Takes away a version that only said why the bytes could not be read."""
    db.execute("UPDATE capture SET version = NULL WHERE version = ?", [version])
    db.execute("UPDATE document SET version = NULL WHERE version = ?", [version])
    db.execute("DELETE FROM version WHERE id = ?", [version])


def _version(reading: Reading) -> dict[str, Any]:
    document = reading.document
    text = document.text if document else ""
    return {
        "title": document.title if document else None,
        "text_sha256": sha256(text.encode()).hexdigest(),
        "extractor": EXTRACTOR,
        "quality": document.quality if document else None,
        "reasons": json.dumps(document.reasons if document else (), ensure_ascii=False),
        "pages": json.dumps(document.pages if document else ()),
        "needs_ocr": int(bool(document and document.needs_ocr)),
        "error": None if document else reading.error.reason if reading.error else "it was not read",
    }


def _insert(db: Database, made: dict[str, Any], row: dict[str, Any]) -> int:
    """A new version, also of its capture; `made` says of which document, from which capture, in which run."""
    n = value(db, "SELECT coalesce(max(n), 0) + 1 FROM version WHERE document = ?", [made["document"]])
    values = {**made, "n": n, **row, "read_at": now()}
    marks = ", ".join("?" * len(values))
    id = number(db, f"INSERT INTO version({', '.join(values)}) VALUES ({marks})", list(values.values()))
    db.execute("UPDATE capture SET version = ? WHERE id = ?", [id, made["capture"]])
    return id


def _update(db: Database, id: int, row: dict[str, Any]) -> None:
    """The version as it is read now; its row stays untouched where nothing is other."""
    before = one(db, f"SELECT {', '.join(row)} FROM version WHERE id = ?", [id])
    if before != row:
        changed = ", ".join(f"{name} = ?" for name in row)
        db.execute(f"UPDATE version SET {changed}, read_at = ? WHERE id = ?", [*row.values(), now(), id])


def _put_text(db: Database, id: int, text: str) -> None:
    db.execute(
        "INSERT INTO text(version, text) VALUES (?, ?) "
        "ON CONFLICT(version) DO UPDATE SET text = excluded.text WHERE text <> excluded.text",
        [id, text],
    )
