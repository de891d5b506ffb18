"""Which documents hold something: looked up once in a search, however often it is asked."""

from __future__ import annotations

from collections.abc import Iterable

from sqlite_utils import Database

from archive.search.sampled import estimated

FEW = 1000  # documents that are remembered; of what more of them hold, that alone

_FIRST = "SELECT rowid FROM words_fts WHERE words_fts MATCH ? LIMIT ?"


class Holders:
    """By expressions of FTS5. A long phrase of common words takes longer to find than all else."""

    def __init__(self, db: Database) -> None:
        self.db = db
        self._few: dict[str, list[int] | None] = {}
        self._likely: dict[str, float] = {}

    def few(self, match: str) -> list[int] | None:
        """The documents that match; None where there are more than FEW."""
        if match not in self._few:
            rows = self.db.execute(_FIRST, [match, FEW + 1]).fetchall()
            self._few[match] = [key for (key,) in rows] if len(rows) <= FEW else None
        return self._few[match]

    def none(self, match: str) -> bool:
        return self.few(match) == []

    def apart(self, matches: Iterable[str]) -> bool:
        """Whether it is known that no document holds all."""
        rare = [set(keys) for match in matches if (keys := self.few(match)) is not None]
        return bool(rare) and not set.intersection(*rare)

    def likely(self, match: str) -> float:
        """About how many documents match; to count them may take longer than all else."""
        few = self.few(match)
        if few is not None:
            return len(few)
        if match not in self._likely:
            self._likely[match] = max(estimated(self.db, match), FEW + 1.0)
        return self._likely[match]
