"""Events whose documents together hold what none of them holds alone: the topic a page, a name its file."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable

from sqlite_utils import Database

from archive.search.asked import Query
from archive.search.conditions import Condition
from archive.search.expressions import but, phrases
from archive.search.holders import Holders, holding

RAREST = 500  # documents with the rarest chunk; where every chunk is more frequent, nothing is looked for

# The documents of one event, or of one page, that any of those asked belongs to; each with its family.
# A page and its attachments are asked for apart, the page first (CROSS JOIN keeps the order): else SQLite
# reads the whole table, for each page where OR joins them, and once where few documents have a parent.
KIN = """
    WITH page AS (
        SELECT page.key, page.id FROM json_each(?1)
        JOIN document ON document.key = value
        JOIN document AS page ON page.id = coalesce(document.parent, document.id)
    )
    SELECT 'event ' || kin.event, kin.document FROM json_each(?1)
        JOIN report ON report.document = value JOIN report AS kin ON kin.event = report.event
    UNION SELECT 'page ' || key, key FROM page
    UNION SELECT 'page ' || page.key, kin.key FROM page CROSS JOIN document AS kin ON kin.parent = page.id"""


def together(held: Holders, query: Query, where: Condition) -> list[tuple[int, float]]:
    """Documents of such events with how many of the chunks each holds; those that hold none are left out."""
    db = held.db
    matches = [but(phrases(chunk), query) for chunk in query.chunks]
    rare = [keys for match in matches if (keys := held.few(match)) is not None]
    seeds = min(rare, key=len, default=[])
    if len(matches) < 2 or len(seeds) > RAREST:
        return []
    families: dict[str, set[int]] = defaultdict(set)
    for family, key in db.execute(KIN, [json.dumps(seeds)]).fetchall():
        families[family].add(key)
    kin = set().union(*(keys for keys in families.values() if len(keys) > 1))
    holders = [holding(db, match, kin) for match in matches]
    whole = {key for keys in families.values() if all(keys & holder for holder in holders) for key in keys}
    if where.tests:
        whole &= let_through(db, whole, where)
    return [(key, float(n)) for key in whole if (n := sum(key in holder for holder in holders))]


def let_through(db: Database, keys: Iterable[int], where: Condition) -> set[int]:
    """Those of the documents that the filters let through."""
    sql = f"SELECT value FROM json_each(:keys) WHERE true {where.of('value')}"
    return {key for (key,) in db.execute(sql, {**where.values, "keys": json.dumps(list(keys))}).fetchall()}
