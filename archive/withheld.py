"""What leaves the house no more: the records of what was taken down, and of the lists that name it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from archive import keeping
from archive.catalogue import rows
from archive.states import KEPT_UP
from extractors.errors import Unreadable
from extractors.sites import KINDS

Place = tuple[str, int]  # name of the WARC file, offset


@dataclass(frozen=True)
class Withheld:
    """`places` are left out; `orphans` are rows of other documents' revisits of them, which need bodies.

    `sites` are those concerned: the forms sent to them are left out too, since
    the state that ASP.NET has sent back may hold the whole list before.
    """

    places: frozenset[Place]
    orphans: dict[Place, dict[str, Any]]
    sites: frozenset[str]


def withheld(db: Database, folder: Path) -> Withheld:
    """The records that no copy of the archive may hold."""
    found = {row["id"]: row for row in (*_of_documents(db), *_of_lists(db, folder))}
    sql = "SELECT * FROM capture WHERE revisit_of IN (SELECT value FROM json_each(?))"
    again = [row for row in rows(db, sql, [json.dumps(list(found))]) if row["id"] not in found]
    return Withheld(
        frozenset(map(_place, found.values())),
        {_place(row): row for row in again},
        frozenset(row["site"] for row in found.values()),
    )


def _place(row: dict[str, Any]) -> Place:
    return row["warc_file"], row["warc_offset"]


def _of_documents(db: Database) -> list[dict[str, Any]]:
    return rows(db, f"SELECT * FROM capture WHERE NOT {KEPT_UP}")


def _of_lists(db: Database, folder: Path) -> Iterator[dict[str, Any]]:
    """Of the sites concerned, every list that names one: many carry the texts of what they list."""
    down = {row["document"] for row in rows(db, "SELECT document FROM taken_down")}
    sql = """
        SELECT * FROM capture WHERE document IS NULL AND status IN (200, 304) AND site IN
        (SELECT site FROM capture JOIN taken_down AS down
        ON down.document IN (capture.document, capture.parent))"""
    for row in rows(db, sql):
        site = keeping.site(db, row["site"])
        try:
            capture = keeping.load(db, folder, row)
        except Unreadable:  # bytes that cannot be vouched for are handed to nobody
            yield row
            continue
        links = KINDS[site.kind].links(capture, site) if site.kind in KINDS else ()
        if down.intersection(link.id for link in links):
            yield row
