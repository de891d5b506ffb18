"""Which documents hold something: looked up once in a search, however often it is asked."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from math import log
from typing import NamedTuple

from sqlite_utils import Database

from archive.search.asked import Query
from archive.search.conditions import Condition
from archive.search.sampled import estimated

FEW = 4000  # documents that are remembered; of what more of them hold, that alone

_FIRST = "SELECT rowid FROM words_fts WHERE words_fts MATCH ? LIMIT ?"

_THOSE = """SELECT rowid FROM words_fts WHERE words_fts MATCH :match
    AND rowid IN (SELECT value FROM json_each(:keys))"""


class Holders:
    """By expressions of FTS5. A long phrase of common words takes longer to find than all else."""

    def __init__(self, db: Database) -> None:
        self.db = db
        self._few: dict[str, list[int] | None] = {}
        self._likely: dict[str, float] = {}
        (self._last,) = db.execute("SELECT max(key) FROM document").fetchone()

    def few(self, match: str) -> list[int] | None:
        """The documents that match; None where there are more than FEW."""
        if match not in self._few:
            rows = self.db.execute(_FIRST, [match, FEW + 1]).fetchall()
            self._few[match] = [key for (key,) in rows] if len(rows) <= FEW else None
        return self._few[match]

    def none(self, match: str) -> bool:
        return self.few(match) == []

    def together(self, matches: Collection[str], most: int) -> set[int] | None:
        """The documents that hold all; None where that is not known, or these are more."""
        rare = [set(keys) for match in matches if (keys := self.few(match)) is not None]
        found = set.intersection(*rare) if rare else None
        if found is None or len(found) > most:
            return None
        for match in matches:
            if found and self.few(match) is None:
                found = holding(self.db, match, found)
        return found

    def likely(self, match: str) -> float:
        """About how many documents match; to count them may take longer than all else."""
        few = self.few(match)
        if few is not None:
            return len(few)
        if match not in self._likely:
            self._likely[match] = max(estimated(self.db, match), FEW + 1.0)
        return self._likely[match]

    def rarity(self, match: str) -> float:
        """What it weighs: the more, the fewer documents hold it."""
        return log(1 + self._last / max(1, self.likely(match)))


class Sought(NamedTuple):
    """What is looked for, and where."""

    held: Holders
    query: Query
    where: Condition


def holding(db: Database, match: str, keys: Iterable[int]) -> set[int]:
    """Those of the documents that match."""
    rows = db.execute(_THOSE, {"match": match, "keys": json.dumps(list(keys))}).fetchall()
    return {key for (key,) in rows}
