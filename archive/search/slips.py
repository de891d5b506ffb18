"""A word with a slip of one letter in it: the spellings of it that the archive has.

All that a slip can have made it from are tried (Norvig's spelling corrector),
cut into words as any text is: a wrong letter moves the borders of Thai words,
so that no word of the index is near what was typed, but the whole of it is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from string import ascii_lowercase

from sqlite_utils import Database

from archive.search.asked import Chunk, Query
from archive.search.expressions import phrases, quoted
from archive.search.match import bounded
from archive.search.pieces import stands
from extractors.thai.text import ABOVE, BELOW, LAST, MARKS, TONES
from extractors.thai.words import fold, words

_WORD = re.compile("[ก-๎]{5,24}|[a-z]{5,24}")  # near a shorter one is every other; a longer one is several
_TRIED = 60  # spellings of known words that are looked for
_MOST = 2  # spellings that are taken
_COUNTED = 100  # documents, up to which one spelling is more frequent than another
_RARE = 5  # times less frequent than the best is another slip, and no spelling

_THAI = "".join(map(chr, range(0x0E01, 0x0E2F))) + "ะาำเแโใไ"  # ko kai to o ang, and the vowels beside them
# A mark on no consonant, two of a kind, a vowel before none: such a piece of text is in no index.
_IMPOSSIBLE = re.compile(
    rf"(?:^|[^ก-ฮ{MARKS}])[{MARKS}]|[{ABOVE}{BELOW}][{ABOVE}{BELOW}]|[{TONES}{LAST}][{MARKS}]|[เ-ไ](?![ก-ฮ])|^[ะาำ]"
)
_KNOWN = """SELECT value FROM json_each(:words)
    WHERE EXISTS (SELECT 1 FROM words_fts WHERE words_fts MATCH '"' || value || '"')"""


def corrected(db: Database, query: Query) -> Query:
    """The query with the spellings that the archive has of each word that stands nowhere in it."""
    return replace(query, chunks=tuple(_corrected(db, chunk) for chunk in query.chunks))


def _corrected(db: Database, chunk: Chunk) -> Chunk:
    typed = fold(chunk.forms[0]).lower()
    if chunk.required or chunk.when or not _WORD.fullmatch(typed):
        return chunk
    if bounded(db, phrases(chunk), 1) or stands(db, chunk):
        return chunk
    found = tuple(spellings(db, typed))
    return replace(chunk, forms=chunk.forms + found, slips=found)


def spellings(db: Database, typed: str) -> list[str]:
    """Those that documents hold and that are one slip away, the most frequent first."""
    cut = {spelling: words(spelling) for spelling in slips(typed) if not _IMPOSSIBLE.search(spelling)}
    every = json.dumps(list({word for parts in cut.values() for word in parts}))
    known = {word for (word,) in db.execute(_KNOWN, {"words": every}).fetchall()}
    tried = [spelling for spelling, parts in cut.items() if known.issuperset(parts)]
    tried.sort(key=lambda spelling: len(cut[spelling]))  # of what is spelt right ICU makes the fewest words
    held = {one: bounded(db, quoted(" ".join(cut[one])), _COUNTED) for one in tried[:_TRIED]}
    least = max(1, max(held.values(), default=0) / _RARE)
    return sorted((one for one in held if held[one] >= least), key=lambda one: -held[one])[:_MOST]


def slips(typed: str) -> list[str]:
    """What a word may have been before one letter was left out, put in, put for another, or two were swapped.

    Those with another mark above or below come first: they are the most frequent ones.

    >>> "พร้าว" in slips("พราว"), "ครู" in slips("รคู"), "เกษตรกร" in slips("เกษตกร")
    (True, True, True)
    """
    letters = MARKS + (ascii_lowercase if typed.isascii() else _THAI)
    return [one for one in dict.fromkeys(_slips(typed, letters)) if one != typed]


def _slips(typed: str, letters: str) -> Iterator[str]:
    for letter in letters:
        for at in range(len(typed) + 1):
            yield typed[:at] + letter + typed[at:]
            yield typed[:at] + letter + typed[at + 1 :]
    for at in range(len(typed)):
        yield typed[:at] + typed[at + 1 :]
        yield typed[:at] + typed[at + 1 : at + 2] + typed[at] + typed[at + 2 :]
