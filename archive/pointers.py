"""The files that documents point to, so that one which is not held is not forgotten either."""

from __future__ import annotations

from typing import Any

from sqlite_utils import Database

from archive import keeping
from archive.catalogue import rows, value
from archive.states import GOOD
from extractors.records import Document
from extractors.sites.addresses import is_own

_NOT_HELD = f"NOT EXISTS (SELECT 1 FROM capture WHERE document = target AND {GOOD})"


def put(db: Database, key: int, document: Document) -> None:
    """What that document, of that key, points to, in place of what it pointed to before."""
    before = rows(db, "SELECT target, url, title FROM pointer WHERE document = ? ORDER BY n", [key])
    said = [{"target": link.id, "url": link.url, "title": link.title} for link in document.links]
    if said == before:
        return
    site = keeping.site(db, value(db, "SELECT site FROM document WHERE key = ?", [key]))
    db.execute("DELETE FROM pointer WHERE document = ?", [key])
    db.conn.executemany(
        "INSERT INTO pointer(document, n, target, url, title, elsewhere) VALUES (?, ?, ?, ?, ?, ?)",
        [
            (key, n, link.id, link.url, link.title, not is_own(link.url, site))
            for n, link in enumerate(document.links)
        ],
    )


def held_elsewhere(db: Database, key: int) -> list[dict[str, Any]]:
    """The files of other hosts that a document points to and the archive has not: url and title."""
    sql = f"SELECT url, title FROM pointer WHERE document = ? AND elsewhere AND {_NOT_HELD} ORDER BY n"
    return rows(db, sql, [key])


def count_elsewhere(db: Database) -> dict[str, int]:
    """How many such files each site's documents point to, by the site's id."""
    sql = f"""
        SELECT site, count(DISTINCT target) AS files FROM pointer JOIN document ON document.key = document
        WHERE elsewhere AND {_NOT_HELD} GROUP BY site"""
    return {row["site"]: row["files"] for row in rows(db, sql)}
