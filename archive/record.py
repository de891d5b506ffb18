"""One event or document with all that the archive knows of it: for `prachum show` and its web page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sqlite_utils import Database

from archive import events, given, officials, pointers, quality, versions
from archive.catalogue import one, rows, value
from archive.decisions.merges import redirected
from archive.related import related
from archive.store import Archive
from extractors.output import event_json, official_json

AROUND = 100  # letters shown on either side of a value where its line is longer than that

_DECIDED = "who, at, why, undone_at, undone_by, undone_why"

_DOCUMENT = """
    SELECT document.key, document.id, document.site, site.name AS site_name, document.url, document.kind,
        document.parent, document.title, document.published, media_type, language, modified,
        first_seen, last_seen, gone_at, version.n AS version, version.id AS version_id, fetched_at,
        quality, reasons, needs_ocr,
        error, tls,
        (SELECT answer FROM capture WHERE capture.document = document.id
            ORDER BY fetched_at DESC, capture.id DESC LIMIT 1) AS answer
    FROM document JOIN site ON site.id = document.site LEFT JOIN version ON version.id = document.version
    LEFT JOIN capture ON capture.id = version.capture"""


def event(archive: Archive, id: str) -> dict[str, Any] | None:
    """An event; None where there is none of that id. A merged one leads to the one it was merged into.

    `event` is its JSON with evidence; `values` has a line for each value:
    path, value, correction (who, at, why, old; or None) and evidence, each
    place with document, url, page, rule, confidence, the `sentence` around
    it, and `marks` [[start, end]…] into that sentence. `documents` tell of it,
    the page first, each with what it says of itself as `official`, or None;
    `related` are the events that belong to it.
    """
    db = archive.db
    id = redirected(db, id)
    found = events.load(db, id)
    if found is None:
        return None
    said = event_json(found)
    made = [row for row in _corrections(db, id) if row["undone_at"] is None]
    proofs = {path: [_place(db, place) for place in places] for path, places in said["evidence"].items()}
    return {
        "id": id,
        "event": said,
        "values": [
            {
                "path": path,
                "value": leaf,
                "correction": _corrected(path, made),
                "evidence": proofs.get(path, []),
            }
            for path, leaf in leaves(said)
        ],
        "documents": [{**_shown(row), "official": _official(db, row["key"])} for row in _told(db, id)],
        "corrections": made,
        "related": related(db, id),
    }


def document(archive: Archive, id: str) -> dict[str, Any] | None:
    """A document with its current text, its versions and the values read from it; None where there is none.

    `official` is what it says of itself, or None; `marks` are [start, end, path]
    into `text`; `event` is the id of the event it tells of, or None; `answer`
    what came in its place when it was last asked for, a word of
    extractors/sites/answers.py; `elsewhere` has url and title of each file that
    it points to on another host and that is not held; `given` says by whom it
    was given by hand (by, source, name, at), or None; `pages` has n, quality,
    reasons and `poor` of each page of which there is something to say. Of a
    document that was taken down only `id` and `taken_down` (who, at, why) are left.
    """
    db = archive.db
    down = one(db, "SELECT who, at, why FROM taken_down WHERE document = ?", [id])
    if down is not None:
        return {"id": id, "taken_down": down}
    row = one(db, f"{_DOCUMENT} WHERE document.id = ?", [id])
    if row is None:
        return None
    marks = """
        SELECT start, "end", path FROM evidence WHERE document = ?1
        UNION ALL SELECT start, "end", 'official.' || path FROM official_evidence WHERE document = ?1
        ORDER BY start, "end", path"""
    told = "SELECT event.id FROM report JOIN event ON event.key = event WHERE document = ?"
    attached = f"{_DOCUMENT} WHERE document.parent = ? ORDER BY document.key"
    return {
        **_shown(row),
        "taken_down": None,
        "given": given.said(db, id),
        "official": _official(db, row["key"]),
        "text": _text(db, id),
        "marks": [list(place.values()) for place in rows(db, marks, [row["key"]])],
        "event": value(db, told, [row["key"]]),
        "attachments": [_shown(part) for part in rows(db, attached, [id])],
        "elsewhere": pointers.held_elsewhere(db, row["key"]),
        "versions": versions.of_document(db, id),
        "pages": quality.of_version(db, row["version_id"]),
    }


def history(archive: Archive, id: str) -> dict[str, Any] | None:
    """What happened to a page, its attachments and its event: None where the archive never met that id.

    Lists in the order of time: `captures`, `versions` (each with `changes`,
    what it has other than the one before), `corrections`, `merges`, `takedowns`,
    these with who undid them, when and why, or None.
    """
    db = archive.db
    family = "(document = ?1 OR parent = ?1)"
    captures = rows(
        db,
        "SELECT document, url, fetched_at, status, size, sha256, truncated, tls, answer, "
        "revisit_of IS NOT NULL AS revisit "
        f"FROM capture WHERE {family} ORDER BY fetched_at, id",
        [id],
    )
    found = {
        "id": id,
        "captures": captures,
        "versions": [
            {**version, "changes": versions.changed(db, row["id"], version["n"])}
            for row in rows(db, "SELECT id FROM document WHERE id = ?1 OR parent = ?1 ORDER BY key", [id])
            for version in versions.of_document(db, row["id"])
        ],
        "corrections": _corrections(db, id),
        "merges": rows(
            db, f"SELECT event, into_event, {_DECIDED} FROM merge WHERE ?1 IN (event, into_event)", [id]
        ),
        "takedowns": rows(db, f"SELECT document, {_DECIDED} FROM takedown WHERE document = ?", [id]),
    }
    return found if any(part for name, part in found.items() if name != "id") else None


def leaves(said: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Path and value of everything that an event's JSON says, lists of records taken apart.

    >>> list(leaves({"title": "ประชุมครู", "venue": None, "people": [{"name": "สมชาย ใจดี", "topic": None}]}))
    [('title', 'ประชุมครู'), ('people[0].name', 'สมชาย ใจดี')]
    """
    for name, held in said.items():
        if name in ("evidence", "organizations"):  # the bodies stand under `organizers` as they are written
            continue
        if not isinstance(held, list):
            if held is not None and held is not False:
                yield name, held
            continue
        for n, item in enumerate(held):
            if not isinstance(item, dict):
                yield f"{name}[{n}]", item
                continue
            for attribute, text in item.items():
                if text not in (None, False, []):
                    yield f"{name}[{n}].{attribute}", text


def sentence(text: str, start: int, end: int) -> tuple[str, list[list[int]]]:
    """The line around a span, cut at blanks where it is long, and the span within it.

    Thai has no full stop: the line is the nearest thing to a sentence.

    >>> sentence("ข่าว\\nประชุมที่ห้อง 1", 14, 20)
    ('ประชุมที่ห้อง 1', [[9, 15]])
    """
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    cut_first, cut_last = max(first, start - AROUND), min(last, end + AROUND)
    if cut_first > first:
        cut_first = text.rfind(" ", first, cut_first) + 1 or cut_first
        first = max(cut_first, start - 2 * AROUND)
    if cut_last < last:
        blank = text.find(" ", cut_last, last)
        last = min(blank if blank >= 0 else cut_last, end + 2 * AROUND)
    return text[first:last], [[start - first, end - first]]


def _place(db: Database, place: dict[str, Any]) -> dict[str, Any]:
    shown, marks = sentence(_text(db, place["document"]) or "", place["start"], place["end"])
    url = value(db, "SELECT url FROM document WHERE id = ?", [place["document"]])
    return {**place, "url": url, "sentence": shown, "marks": marks}


def _text(db: Database, id: str) -> str | None:
    sql = "SELECT text FROM text JOIN document ON document.version = text.version WHERE id = ?"
    found: str | None = value(db, sql, [id])
    return found


def _told(db: Database, id: str) -> list[dict[str, Any]]:
    sql = f"""{_DOCUMENT} JOIN report ON report.document = document.key
        WHERE report.event = (SELECT key FROM event WHERE id = ?1)
        ORDER BY document.id <> ?1, document.kind <> 'page', document.key"""
    return rows(db, sql, [id])


def _official(db: Database, document: int) -> dict[str, Any] | None:
    found = officials.load(db, document)
    return official_json(found) if found else None


def _shown(row: dict[str, Any]) -> dict[str, Any]:
    """A document's row for people: its reasons as a list, without the catalogue's own key."""
    shown = {name: held for name, held in row.items() if name not in ("key", "version_id")}
    return {**shown, "reasons": json.loads(row["reasons"] or "[]"), "needs_ocr": bool(row["needs_ocr"])}


def _corrections(db: Database, id: str) -> list[dict[str, Any]]:
    made = rows(db, f"SELECT path, old, new, {_DECIDED} FROM correction WHERE event = ? ORDER BY id", [id])
    return [{**row, "old": json.loads(row["old"]), "new": json.loads(row["new"])} for row in made]


def _corrected(path: str, made: list[dict[str, Any]]) -> dict[str, Any] | None:
    """The last correction of a path or of what it lies in; None where no one touched it."""
    over = (path, path.partition(".")[0], path.partition("[")[0])
    return next((row for row in reversed(made) if row["path"] in over), None)
