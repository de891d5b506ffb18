"""Fixity: whether the archive still holds, byte for byte, what it says that it holds."""

from __future__ import annotations

from collections.abc import Iterator

from archive import captures
from archive.catalogue import rows
from archive.folder import CAPTURES
from archive.keeping import load
from archive.store import Archive
from extractors.errors import Unreadable


def check(archive: Archive) -> Iterator[str]:
    """A line for each thing that is not as it was kept; nothing where all is well.

    Reads every byte: an archive of 100 GB takes as long as its disk does.
    """
    yield from _catalogue(archive)
    yield from _bodies(archive)
    yield from _files(archive)


def _catalogue(archive: Archive) -> Iterator[str]:
    for (said,) in archive.db.execute("PRAGMA integrity_check"):
        if said != "ok":
            yield f"archive.db: {said}; `prachum rebuild` makes it anew"
    for row in rows(archive.db, "PRAGMA foreign_key_check"):
        yield f"archive.db: a row of {row['table']} points to none of {row['parent']}"


def _bodies(archive: Archive) -> Iterator[str]:
    """Every capture's bytes against the digest that its row bears."""
    for row in rows(archive.db, "SELECT * FROM capture ORDER BY warc_file, warc_offset"):
        try:
            load(archive.db, archive.folder, row)
        except Unreadable:
            place = f"{row['warc_file']} at {row['warc_offset']}"
            yield f"{row['url']}: its bytes in {place} are not those that were kept; restore the file"


def _files(archive: Archive) -> Iterator[str]:
    """Every WARC file against its rows: torn, gone, or with records that have no row."""
    known = {
        row["warc_file"]: row["known"]
        for row in rows(archive.db, "SELECT warc_file, count(*) AS known FROM capture GROUP BY warc_file")
    }
    folder = archive.folder / CAPTURES
    for name in sorted(known.keys() | {path.name for path in folder.glob("*.warc.gz")}):
        path = folder / name
        if not path.exists():
            yield f"{path}: is not there; restore it from a backup"
            continue
        whole = sum(len(member) for _, member in captures.members(path))
        if whole < path.stat().st_size:
            torn = path.stat().st_size - whole
            yield f"{path}: {torn} bytes at its end are torn; the next harvest mends it"
        held, rows_ = sum(1 for _ in captures.records(path)), known.get(name, 0)
        if held != rows_:
            yield f"{path}: holds {held} captures, archive.db knows {rows_}; the next harvest takes them up"
