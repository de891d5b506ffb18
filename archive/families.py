"""Families: a page with its attachments, which are read together and tell of one event."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from sqlite_utils import Database

from archive.catalogue import rows, value
from archive.states import KEPT_UP, WHOLE


def pending(db: Database, site: str | None) -> list[str]:
    """Pages with a capture in their family that is not yet read, in the order of fetching."""
    # Left alone, SQLite takes the index of documents, and with it every capture that there is.
    sql = f"""
        SELECT coalesce(parent, document) AS page FROM capture INDEXED BY capture_unread
        WHERE read_at IS NULL AND document IS NOT NULL AND (?1 IS NULL OR site = ?1) AND {KEPT_UP}
        GROUP BY page ORDER BY min(id)"""
    return [row["page"] for row in rows(db, sql, [site])]


def family(db: Database, page: str) -> list[dict[str, Any]]:
    """The rows of the captures to read together: the page's, then its attachments' as first fetched.

    Of each document the oldest good capture that is not yet read, or else
    the newest: so every state becomes a version, in its order, also after a
    night in which nothing was read.
    """
    sql = f"""
        SELECT * FROM (
            SELECT *, min(fetched_at) OVER (PARTITION BY document) AS since,
                min(id) OVER (PARTITION BY document) AS first, row_number() OVER (
                PARTITION BY document ORDER BY read_at IS NOT NULL,
                CASE WHEN read_at IS NULL THEN fetched_at END, CASE WHEN read_at IS NULL THEN id END,
                fetched_at DESC, id DESC) AS place
            FROM capture WHERE (document = ?1 OR parent = ?1) AND {WHOLE}
            AND {KEPT_UP}
        ) WHERE place = 1 ORDER BY document <> ?1, since, first"""
    return rows(db, sql, [page])


def pages(db: Database, site_ids: Iterable[str] | None = None) -> list[str]:
    """Every page that can be read again, in the order of first fetching."""
    sql = f"""
        SELECT coalesce(parent, document) AS page FROM capture
        WHERE document IS NOT NULL AND {WHOLE} AND {KEPT_UP}
        AND (?1 IS NULL OR site IN (SELECT value FROM json_each(?1)))
        GROUP BY page ORDER BY min(id)"""
    wanted = None if site_ids is None else json.dumps(list(site_ids))
    return [row["page"] for row in rows(db, sql, [wanted])]


def count_pages(db: Database, site_id: str) -> int:
    """How many pages of the site are kept, read or not."""
    # The captures that wait to be read have an index; all of them would be read through without one.
    sql = f"""
        SELECT count(*) FROM (SELECT id FROM document WHERE site = ?1 AND kind = 'page' UNION
            SELECT document FROM capture INDEXED BY capture_unread WHERE site = ?1
            AND read_at IS NULL AND document IS NOT NULL AND parent IS NULL AND {WHOLE})"""
    return int(value(db, sql, [site_id]))


def site_of(db: Database, page_id: str) -> str:
    """The id of the site that the page was fetched from."""
    site: str | None = value(
        db, "SELECT site FROM capture WHERE document = ?1 OR parent = ?1 LIMIT 1", [page_id]
    )
    return site or page_id.partition("/")[0]


def members(db: Database, archive: str) -> list[str]:
    """The documents that came out of that zip archive or mail."""
    sql = """
        SELECT DISTINCT document FROM capture
        WHERE (url LIKE 'zip:%' OR url LIKE 'mail:%') AND substr(document, 1, length(?1) + 1) = ?1 || '/'"""
    return [row["document"] for row in rows(db, sql, [archive])]
