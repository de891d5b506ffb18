"""The frontier: documents that a site listed and that are still to be fetched.

It outlives the run: what a limit, a failure or a kill left undone is done by
the next one, whatever the site lists by then. Like the rest of the catalogue
it is derived: after `prachum rebuild` a whole listing fills it anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, replace

from sqlite_utils import Database

from extractors.records import Link

TRIES = 10  # nights; a document that failed so often is let go, and the report says so


def add(db: Database, site_id: str, links: Iterable[tuple[Link, str | None]]) -> None:
    """Put links in, each with the record id of the capture that listed it, in place of an older one.

    What a page points to is that page's attachment, whatever list names it besides.
    """
    rows = [
        (link.id, site_id, link.kind, json.dumps(asdict(replace(link, content=None))), listed_in)
        for link, listed_in in links
    ]
    with db.atomic():
        for row in rows:
            db.execute(
                "INSERT INTO frontier (id, site, kind, link, listed_in) VALUES (?, ?, ?, ?, ?) "
                "ON CONFLICT (id) DO UPDATE SET "
                "kind = excluded.kind, link = excluded.link, listed_in = excluded.listed_in "
                "WHERE NOT (kind = 'attachment' AND excluded.kind = 'page')",
                row,
            )


def waiting(db: Database, site_id: str, kind: str) -> list[tuple[Link, str | None]]:
    """What is to be fetched, the fewest failures first, then the newest."""
    rows = db.execute(
        "SELECT link, listed_in FROM frontier WHERE site = ? AND kind = ? "
        "ORDER BY tries, json_extract(link, '$.published') DESC, id",
        [site_id, kind],
    ).fetchall()
    return [(Link(**json.loads(link)), listed_in) for link, listed_in in rows]


def untried(db: Database, site_id: str) -> int:
    """How many pages wait that were never asked for."""
    sql = "SELECT count(*) FROM frontier WHERE site = ? AND kind = 'page' AND tries = 0"
    return int(db.execute(sql, [site_id]).fetchone()[0])


def done(db: Database, document_id: str) -> None:
    """Take a document out: it is kept, or will never be had."""
    with db.atomic():
        db.execute("DELETE FROM frontier WHERE id = ?", [document_id])


def missed(db: Database, document_id: str) -> bool:
    """Note that a document could not be had; True where that was the last try."""
    with db.atomic():
        db.execute("UPDATE frontier SET tries = tries + 1 WHERE id = ?", [document_id])
        gone = db.execute("DELETE FROM frontier WHERE id = ? AND tries >= ?", [document_id, TRIES])
    return bool(gone.rowcount)
