"""Saving what was read of a page and its attachments: documents, versions, words and the event."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sqlite_utils import Database

from archive import indexing, officials, pointers, quality
from archive.catalogue import number, one, value
from archive.clock import now
from archive.decisions.merges import tell
from archive.decisions.takedowns import is_taken_down
from archive.remembering import FELL_SHORT, falls_short, is_bare
from archive.states import GOOD, IS_GONE
from extractors.errors import PrachumError
from extractors.formats.media import HTML
from extractors.passing import is_same_page
from extractors.read import EXTRACTOR
from extractors.records import Capture, Document, Event


@dataclass(frozen=True)
class Reading:
    """What became of a capture: a document, or the error that says why there is none."""

    capture: Capture
    document: Document | None
    error: PrachumError | None = None


def save(
    db: Database, page: str, readings: Sequence[Reading], event: Event | None, run: int | None
) -> Counter[str]:
    """Documents, versions and event of a family; to be called within a transaction.

    An event is only as whole as its documents: where one of them that could
    be read before cannot be read now, or has no word before a missing program
    is installed, its last readable capture is put back to be read, the event
    stays as it is, and the page is pending once more.
    """
    counts: Counter[str] = Counter()
    if is_taken_down(db, page):
        _mark_read(db, readings)
        return counts
    lost = [reading for reading in readings if _gives_less(db, reading)]
    if sum(_put_back(db, reading.capture) for reading in lost):
        for reading in lost:
            counts += _save_document(db, reading, run)
        _mark_read(db, lost)
        return counts
    for reading in readings:
        counts += _save_document(db, reading, run)
    if not lost:
        tell(db, page, event)
    _mark_read(db, readings)
    return counts


def _gives_less(db: Database, reading: Reading) -> bool:
    """Whether there is an error, or no word before a missing program is installed, where there was a text."""
    document = reading.document
    if document is not None and not (falls_short(document) and is_bare(document)):
        return False
    return _last_good(db, reading.capture) is not None


def _save_document(db: Database, reading: Reading, run: int | None) -> Counter[str]:
    less = _gives_less(db, reading)
    key = _document(db, reading)
    counts = Counter([_save_version(db, key, reading, run, less)])
    if reading.document is not None:
        counts["needs_ocr"] += reading.document.needs_ocr
    if reading.document is not None and not less:
        _describe(db, key, reading.document)
        indexing.put(db, key, reading.document.title or "", reading.document.text)
        pointers.put(db, key, reading.document)
        officials.put(db, key, reading.document.official)
    return counts


def _document(db: Database, reading: Reading) -> int:
    """The key of the document's row, made where there is none; when it was seen, changed, and gone."""
    capture = reading.capture
    assert capture.link is not None
    link = capture.link
    newest = one(
        db,
        f"""SELECT answer, fetched_at FROM capture WHERE document = ? AND ({GOOD} OR {IS_GONE})
        ORDER BY fetched_at DESC, id DESC LIMIT 1""",
        [link.id],
    )
    gone = newest["fetched_at"] if newest and newest["answer"] else None
    site = value(db, "SELECT site FROM capture WHERE record_id = ?", [capture.record_id])
    db.execute(
        """INSERT INTO document
        (id, site, url, kind, parent, title, published, modified, first_seen, last_seen)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?9) ON CONFLICT(id) DO UPDATE SET
        modified = excluded.modified, last_seen = max(last_seen, excluded.last_seen)
        WHERE modified IS NOT excluded.modified OR last_seen < excluded.last_seen""",
        [
            *(link.id, site, link.url, link.kind, link.parent),
            *(link.title, link.published, link.modified, capture.fetched_at),
        ],
    )
    db.execute("UPDATE document SET gone_at = ?1 WHERE id = ?2 AND gone_at IS NOT ?1", [gone, link.id])
    key: int = value(db, "SELECT key FROM document WHERE id = ?", [link.id])
    return key


def _save_version(db: Database, key: int, reading: Reading, run: int | None, less: bool) -> str:
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


def _describe(db: Database, key: int, document: Document) -> None:
    """What the document says of itself goes before what the listing said of it."""
    db.execute(
        """UPDATE document SET url = ?, title = coalesce(?, title), published = coalesce(?, published),
        media_type = ?, language = ? WHERE key = ?""",
        [document.url, document.title, document.published, document.media_type, document.language, key],
    )


def _last_good(db: Database, capture: Capture) -> int | None:
    """The capture of the document's last good version; None where it has none, or no word yet."""
    assert capture.link is not None
    sql = f"""
        SELECT version.capture FROM document JOIN version ON version.id = document.version
        JOIN text ON text.version = version.id WHERE document.id = ? AND error IS NULL
        AND NOT ({FELL_SHORT} AND trim(text) = coalesce(version.title, ''))"""
    found: int | None = value(db, sql, [capture.link.id])
    return found


def _put_back(db: Database, capture: Capture) -> bool:
    """Has the last good capture read once more; False where it is this very one, which fails now."""
    good = _last_good(db, capture)
    own = one(db, "SELECT id, version FROM capture WHERE record_id = ?", [capture.record_id])
    current = value(db, "SELECT version FROM capture WHERE id = ?", [good])
    if own is None or own["version"] == current:
        return False
    db.execute("UPDATE capture SET read_at = NULL WHERE id = ?", [good])
    return True


def _mark_read(db: Database, readings: Sequence[Reading]) -> None:
    db.conn.executemany(
        "UPDATE capture SET read_at = ? WHERE record_id = ? AND read_at IS NULL",
        [(now(), reading.capture.record_id) for reading in readings],
    )
