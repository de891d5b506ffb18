"""Captures in the catalogue: the row beside each WARC record, what is already kept, what waits to be read."""

from __future__ import annotations

import json
import threading
from collections.abc import Collection
from dataclasses import replace
from hashlib import sha256
from http import HTTPStatus
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from archive import aliases, captures, unmodified
from archive.catalogue import one, rows, value, writing
from archive.clock import now
from archive.folder import CAPTURES
from archive.states import GOOD, IS_GONE
from archive.warc import Original, Record, link_json
from extractors.errors import Unreadable
from extractors.records import Capture, Link, Site
from extractors.sites.answers import GONE

# One capture at a time in a process: SQLite lets in one writer anyway, and sixteen threads that all write
# take the interpreter from each other at every call of the disk, for a fifth more CPU and no more captures.
_TURN = threading.Lock()

# Its size and whose body it shares, where it is a revisit, and the listing that named it.
_REFERRING = """coalesce((SELECT size FROM capture WHERE record_id = ?), ?),
    (SELECT id FROM capture WHERE record_id = ?), (SELECT id FROM capture WHERE record_id = ?)"""


def keep(db: Database, folder: Path, capture: Capture, site: Site, run: int | None) -> Capture:
    """Raw first: the WARC record on the disk, then its row. The file stays locked until both are there.

    Gives the capture with its record id; of a "not modified" the answer that it stands for.
    """
    capture = aliases.settle(db, capture)
    not_modified = capture.status == HTTPStatus.NOT_MODIFIED
    with _TURN:
        original = unmodified.confirmed(db, capture.url) if not_modified else _original(db, capture.body)
        with captures.appending(folder / CAPTURES, site, capture.fetched_at[:7]) as file:
            adopt(db, Path(file.name))
            record = captures.write(file, capture, site.id, original)
            with writing(db):
                insert(db, record, Path(file.name).name, run)
    if not_modified and original:
        row = one(db, "SELECT * FROM capture WHERE record_id = ?", [record.capture.record_id])
        assert row is not None
        return replace(load(db, folder, row), link=capture.link)
    return replace(capture, record_id=record.capture.record_id)


def adopt(db: Database, path: Path) -> int:
    """Rows for the whole records past the last row of that file, whose writer was killed before it made them.

    A torn record behind them is cut off. Gives the number of new rows.
    """
    # The last record's end, which the index finds; a maximum of sums would read every row of the file.
    last = """
        SELECT warc_offset + warc_length FROM capture WHERE warc_file = ? ORDER BY warc_offset DESC LIMIT 1"""
    end = value(db, last, [path.name]) or 0
    if path.stat().st_size <= end:
        return 0
    captures.mend(path, end)
    found = list(captures.records(path, end))
    with writing(db):
        for record in found:
            register_unknown(db, path, record.site)
            insert(db, record, path.name, None)
    return len(found)


def adopt_all(db: Database, folder: Path) -> int:
    """`adopt` for every file, since a killed run's month may never be written to again."""
    return sum(adopt(db, path) for path in sorted((folder / CAPTURES).glob("*.warc.gz")))


def insert(db: Database, record: Record, file: str, run: int | None) -> None:
    """The row of a record, after those it refers to. A capture that holds nothing to read counts as read."""
    capture, link = record.capture, record.capture.link
    answer = capture.answer or ("gone" if link and capture.status in (404, 410) else None)
    readable = capture.status == 200 and capture.truncated is None and answer is None
    row = {
        "record_id": capture.record_id,
        "url": capture.url,
        "fetched_at": capture.fetched_at,
        "status": capture.status,
        "headers": json.dumps(capture.headers, ensure_ascii=False),
        "sha256": record.sha256,
        "warc_file": file,
        "warc_offset": record.offset,
        "warc_length": record.length,
        "truncated": capture.truncated,
        "tls": capture.tls,
        "answer": answer,
        "run": run,
        "site": record.site,
        "document": link.id if link else None,
        "parent": link.parent if link else None,
        "link": link_json(link) if link else None,
        "read_at": None if readable else now(),
    }
    # Not by sqlite-utils, whose insert looks up the table's columns and keys anew for every row.
    db.execute(
        f"INSERT INTO capture({', '.join(row)}, size, revisit_of, listed_in) "
        f"VALUES ({', '.join('?' * len(row))}, {_REFERRING})",
        [*row.values(), record.refers_to, record.size, record.refers_to, capture.listed_in],
    )
    if link is not None:
        aliases.note(db, link)
    if link is not None and answer in GONE:
        db.execute("UPDATE document SET gone_at = ? WHERE id = ?", [capture.fetched_at, link.id])


def link_up(db: Database, record: Record) -> None:
    """Points the row to those it refers to that came after it: whose body it shares, its listing."""
    if record.refers_to is not None:
        db.execute(
            "UPDATE capture SET (revisit_of, size) = (SELECT id, size FROM capture WHERE record_id = ?) "
            "WHERE record_id = ?",
            [record.refers_to, record.capture.record_id],
        )
    if record.capture.listed_in is not None:
        db.execute(
            "UPDATE capture SET listed_in = (SELECT id FROM capture WHERE record_id = ?) WHERE record_id = ?",
            [record.capture.listed_in, record.capture.record_id],
        )


def load(db: Database, folder: Path, row: dict[str, Any]) -> Capture:
    """The capture of a row, with its body; of a "not modified" with status and headers of what it stands for.

    Raises Unreadable where the bytes are not those that were kept.
    """
    source = row
    if row["revisit_of"] is not None:
        source = one(db, "SELECT * FROM capture WHERE id = ?", [row["revisit_of"]]) or row
    path = folder / CAPTURES / source["warc_file"]
    body = captures.read(path, source["warc_offset"], source["warc_length"]).capture.body
    if sha256(body).hexdigest() != row["sha256"]:
        raise Unreadable(row["url"], f"{path.name} holds other bytes than were fetched; run `prachum check`")
    said = source if row["status"] == HTTPStatus.NOT_MODIFIED else row
    return Capture(
        url=row["url"],
        fetched_at=row["fetched_at"],
        status=said["status"],
        headers=tuple((name, text) for name, text in json.loads(said["headers"])),
        body=body,
        link=Link(**json.loads(row["link"])) if row["link"] else None,
        truncated=row["truncated"],
        tls=row["tls"],
        answer=row["answer"],
        record_id=row["record_id"],
        listed_in=value(db, "SELECT record_id FROM capture WHERE id = ?", [row["listed_in"]]),
    )


def has(db: Database, link: Link) -> bool:
    """Whether the document need not be fetched: kept with that stamp, or gone with it, or taken down."""
    if value(db, "SELECT 1 FROM taken_down WHERE document IN (?, ?)", [link.id, link.parent]):
        return True
    sql = f"""
        SELECT 1 FROM capture WHERE document = ?1 AND ({GOOD} OR {IS_GONE})
        AND (?2 IS NULL OR json_extract(link, '$.modified') = ?2) LIMIT 1"""
    return bool(value(db, sql, [link.id, link.modified]))


def unlisted(db: Database, site: str, listed: Collection[str]) -> list[Link]:
    """The links of pages that are held and not gone, without those listed."""
    sql = """
        SELECT document.id, (SELECT link FROM capture WHERE capture.document = document.id
            AND link IS NOT NULL ORDER BY capture.id DESC LIMIT 1) AS link
        FROM document WHERE site = ? AND kind = 'page' AND gone_at IS NULL
        ORDER BY published DESC, key DESC"""
    held = [row for row in rows(db, sql, [site]) if row["id"] not in listed and row["link"]]
    return [Link(**json.loads(row["link"])) for row in held]


def gone(db: Database, site: str) -> list[str]:
    """The pages of which nothing good came since word that they are not there."""
    sql = f"""
        SELECT DISTINCT document FROM capture AS word WHERE site = ? AND parent IS NULL AND {IS_GONE}
        AND NOT EXISTS (SELECT 1 FROM capture WHERE document = word.document AND id > word.id AND {GOOD})"""
    return [row["document"] for row in rows(db, sql, [site])]


def register(db: Database, entry: dict[str, Any]) -> None:
    """The site's row, made or brought up to date; `entry` has the fields of a Site."""
    named = [entry["id"], entry["name"], entry["url"], entry["kind"], json.dumps(entry, ensure_ascii=False)]
    db.execute(
        """INSERT INTO site(id, name, url, kind, entry) VALUES (?, ?, ?, ?, ?) ON CONFLICT(id) DO UPDATE SET
        name = excluded.name, url = excluded.url, kind = excluded.kind, entry = excluded.entry
        WHERE entry <> excluded.entry""",
        named,
    )


def register_unknown(db: Database, path: Path, site: str) -> None:
    """A row for a site that sites.toml no longer has: as the WARC file remembers it."""
    if value(db, "SELECT 1 FROM site WHERE id = ?", [site]):
        return
    register(db, captures.site_entry(path) or {"id": site, "name": site, "url": "", "kind": "listing"})


def site(db: Database, site_id: str) -> Site:
    """The site as it was last registered."""
    entry = json.loads(value(db, "SELECT entry FROM site WHERE id = ?", [site_id]))
    lists = {name: tuple(text) for name, text in entry.items() if isinstance(text, list)}
    return Site(**{**entry, **lists})


def _original(db: Database, body: bytes) -> Original | None:
    """The kept response with the same body. An empty body is not worth a reference."""
    sql = """
        SELECT record_id, url, fetched_at, sha256 FROM capture
        WHERE sha256 = ? AND revisit_of IS NULL AND size > 0"""
    row = one(db, sql, [sha256(body).hexdigest()])
    return Original(**row) if row else None
