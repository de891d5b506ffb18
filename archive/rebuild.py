"""archive.db made anew from captures/ and decisions.jsonl: the proof that nothing is kept in it alone.

Runs and their problems, the frontier and the moments of listing are not in
the captures; the next harvest lists every site from the beginning.
"""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from sqlite_utils import Database

from archive import captures, catalogue, keeping
from archive.catalogue import rows, writing
from archive.folder import CAPTURES
from archive.remembering import FELL_SHORT
from archive.store import Archive, Reading
from archive.warc import Record
from extractors.child import read_safely
from extractors.errors import PrachumError, Stop
from extractors.read import read_event
from extractors.records import Capture, Document, Event, Site

NEW = "archive.db.new"

Read = Callable[[Capture, Site], Document]
Tell = Callable[[Sequence[Document]], Event | None]


def rebuild(
    folder: Path, sites: Sequence[Site] = (), read: Read = read_safely, tell: Tell = read_event
) -> None:
    """Makes the catalogue anew and puts it in the place of the old one; under the harvest's lock.

    `sites` are those of sites.toml; one that it no longer has is taken as its
    WARC files remember it. Raises Stop, and leaves the old catalogue, where
    that has texts that took a program which is missing here.
    """
    _remove(folder, NEW)
    with Archive(folder, name=NEW) as archive:
        for site in sites:
            archive.register(site)
        _take_up(archive.db, folder)
        _read_all(archive, read, tell)
        archive.db.execute("PRAGMA optimize")
        archive.db.conn.execute("PRAGMA journal_mode=DELETE")
        lost = _lost(archive.db, folder)
    if lost:
        _remove(folder, NEW)
        raise Stop(
            lost[0],
            f"{len(lost)} documents were read by a program that is missing here and would lose their text: "
            "install Tesseract (tesseract-ocr-tha) and LibreOffice, or move archive.db away first",
        )
    # A WAL of the old catalogue beside the new one would be played into it.
    _remove(folder, catalogue.NAME, but=catalogue.NAME)
    os.replace(folder / NEW, folder / catalogue.NAME)


def _lost(new: Database, folder: Path) -> list[str]:
    """Documents that the old catalogue has a text of, and of which the new one waits for a missing program.

    None where the old catalogue is away or damaged.
    """
    path = folder / catalogue.NAME
    if not path.exists():
        return []
    sql = f"""
        SELECT document.id FROM {{0}}document AS document JOIN {{0}}version AS version
        ON version.id = document.version WHERE error IS NULL AND {{1}} {FELL_SHORT}"""
    try:
        new.execute("ATTACH ? AS old", [f"{path.absolute().as_uri()}?mode=ro"])
        had = new.execute(sql.format("old.", "NOT")).fetchall()
    except sqlite3.Error:
        return []
    waits = {id for (id,) in new.execute(sql.format("main.", ""))}
    return [id for (id,) in had if id in waits]


def _take_up(db: Database, folder: Path) -> None:
    """A row for every record, in the order of fetching; what refers to another record is linked after."""
    found = sorted(_found(folder), key=lambda item: _order(*item))
    with writing(db):
        for path, record in found:
            keeping.register_unknown(db, path, record.site)
            keeping.insert(db, record, path.name, None)
        for _, record in found:
            keeping.link_up(db, record)


def _found(folder: Path) -> Iterable[tuple[Path, Record]]:
    for path in sorted((folder / CAPTURES).glob("*.warc.gz")):
        for record in captures.records(path):
            yield path, replace(record, capture=replace(record.capture, body=b""))


def _order(path: Path, record: Record) -> tuple[str, str, int, int]:
    name, n = re.fullmatch(r"(.*-\d{4}-\d\d)(?:-(\d+))?", path.name.removesuffix(".warc.gz")).groups()  # type: ignore[union-attr]
    return record.capture.fetched_at, name, int(n or 1), record.offset


def _read_all(archive: Archive, read: Read, tell: Tell) -> None:
    """Reads every state of every page. Raises Stop where a pass leaves all as it was: it would never end."""
    before: list[dict[str, int]] = []
    while pages := archive.pending():
        unread = rows(archive.db, "SELECT id FROM capture WHERE read_at IS NULL AND document IS NOT NULL")
        if unread == before:
            raise Stop(pages[0], "stays unread however often it is read; please report it with its captures")
        before = unread
        for page in pages:
            _read_family(archive, page, read, tell)


def _read_family(archive: Archive, page: str, read: Read, tell: Tell) -> None:
    site = keeping.site(archive.db, archive.site_of(page))
    readings = [_read(capture, site, read) for capture in archive.family(page)]
    event = tell([reading.document for reading in readings if reading.document])
    archive.save(page, readings, event, None)


def _read(capture: Capture, site: Site, read: Read) -> Reading:
    try:
        return Reading(capture, read(capture, site))
    except PrachumError as error:
        return Reading(capture, None, error)


def _remove(folder: Path, name: str, but: str = "") -> None:
    for suffix in ("", "-wal", "-shm"):
        if name + suffix != but:
            (folder / (name + suffix)).unlink(missing_ok=True)
