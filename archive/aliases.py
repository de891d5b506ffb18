"""One document under several addresses: the ids that lead to it besides its own.

A document has the id of the address that it was first held under. What else
leads there (`?p=7` to `archives/7`, an old path to a new one) is an alias,
as the captures themselves say.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace

from sqlite_utils import Database

from archive.catalogue import rows, value
from extractors.records import Capture, Link


def settle(db: Database, capture: Capture) -> Capture:
    """The capture under the id that it was asked for by, where its document is held under that one.

    Two documents that are both held have a history each, and stay two.
    """
    link = capture.link
    if link is None or link.alias is None or not _is_held(db, link.alias):
        return capture
    other = None if _is_held(db, link.id) else link.id
    return replace(capture, link=replace(link, id=link.alias, alias=other))


def note(db: Database, link: Link) -> None:
    """To be called within a transaction."""
    if link.alias is not None:
        db.execute(
            "INSERT INTO alias (id, document) VALUES (?, ?) "
            "ON CONFLICT (id) DO UPDATE SET document = excluded.document",
            [link.alias, link.id],
        )


def resolved(db: Database, links: Iterable[Link]) -> list[Link]:
    """The links, each under the id that its document is held under."""
    listed = list(links)
    sql = "SELECT id, document FROM alias WHERE id IN (SELECT value FROM json_each(?))"
    own = {row["id"]: row["document"] for row in rows(db, sql, [json.dumps([link.id for link in listed])])}
    return [replace(link, id=own[link.id]) if link.id in own else link for link in listed]


def _is_held(db: Database, document_id: str) -> bool:
    sql = "SELECT 1 FROM capture WHERE document = ? AND status = 200 AND answer IS NULL LIMIT 1"
    return bool(value(db, sql, [document_id]))
