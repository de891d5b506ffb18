"""Saving what was read of a page and its attachments: documents, versions, words and the event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import compress

from sqlite_utils import Database

from archive import indexing, officials, pointers
from archive.catalogue import one, value
from archive.clock import now
from archive.decisions.merges import tell
from archive.decisions.takedowns import is_taken_down
from archive.remembering import FELL_SHORT, falls_short, is_bare
from archive.revising import Reading, revise
from archive.states import GOOD, IS_GONE
from extractors.records import Capture, Document, Event


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
    less = [_gives_less(db, reading) for reading in readings]
    lost = list(compress(readings, less))
    if sum(_put_back(db, reading.capture) for reading in lost):
        for reading in lost:
            counts += _save_document(db, reading, run, less=True)
        _mark_read(db, lost)
        return counts
    for reading, gives_less in zip(readings, less, strict=True):
        counts += _save_document(db, reading, run, gives_less)
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


def _save_document(db: Database, reading: Reading, run: int | None, less: bool) -> Counter[str]:
    key = _document(db, reading)
    counts = Counter([revise(db, key, reading, run, less)])
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
