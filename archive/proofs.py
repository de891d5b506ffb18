"""Evidence in the catalogue: the rows of an event or of an official document, by path."""

from __future__ import annotations

from sqlite_utils import Database

from archive.catalogue import rows
from extractors.records import Evidence


def load(db: Database, table: str, owner: str, key: int) -> dict[str, tuple[Evidence, ...]]:
    """Path -> places, as they were written into `table`, whose column `owner` holds the key."""
    sql = f"""
        SELECT path, document.id AS document, page, {table}.start, {table}."end", rule, confidence
        FROM {table} JOIN document ON document.key = {table}.document
        WHERE {table}.{owner} = ? ORDER BY {table}.id"""
    found: dict[str, tuple[Evidence, ...]] = {}
    for place in rows(db, sql, [key]):
        path = place.pop("path")
        found[path] = (*found.get(path, ()), Evidence(**place))
    return found
