"""How long documents are, by what the index notes of each: a long text need not be read for that."""

from __future__ import annotations

import json
from collections.abc import Iterable

from sqlite_utils import Database

_SIZES = """SELECT sizes.id, sizes.sz FROM json_each(?) AS one
    JOIN words_fts_docsize AS sizes ON sizes.id = one.value"""


def lengths(db: Database, keys: Iterable[int]) -> dict[int, int]:
    """Of each document the words of its text."""
    return {key: _numbers(sizes)[1] for key, sizes in db.execute(_SIZES, [json.dumps(list(keys))]).fetchall()}


def _numbers(sizes: bytes) -> list[int]:
    """FTS5 notes the words of each column, here title and text, as SQLite's integers of varying length:
    seven bits a byte, the eighth set in all but the last.

    >>> _numbers(b"\\x05\\x82\\x01")
    [5, 257]
    """
    found, number = [], 0
    for byte in sizes:
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            found.append(number)
            number = 0
    return found
