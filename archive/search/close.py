"""Whether what was typed stands together: all of it in a title, or within a paragraph of the text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

from sqlite_utils import Database

from archive.search.asked import Chunk, Query
from archive.search.exact import whole
from archive.search.expressions import loose_words
from extractors.thai.words import BREAK, fold

WIDE = 240  # letters of a text that are looked at together
READ = 8_000  # letters of a text that are looked through

_CUT = re.compile(r"^\d|\d$")  # what begins or ends with a number may stand within another

Forms = Sequence[Sequence[str]]  # of one chunk, the words of each

_TEXTS = """SELECT words.id, substr(words.{column}, 1, ?)
    FROM json_each(?) AS one JOIN words ON words.id = one.value"""


def entitled(db: Database, query: Query, keys: Sequence[int]) -> set[int]:
    """Those of the documents whose title holds all words, though not in a row as they were typed."""
    sought = _sought(query)
    return {key for key, title in _read(db, "title", keys, sought) if _all_in(title, sought)}


def close(db: Database, query: Query, keys: Sequence[int]) -> set[int]:
    """Those of the documents that hold all chunks of several close together."""
    sought = _sought(query)
    if len(sought) < 2:
        return set()
    return {key for key, text in _read(db, "body", keys, sought) if together(text, sought)}


def together(text: str, sought: Sequence[Forms]) -> bool:
    """Whether some part of the text holds all words of a form of each chunk.

    >>> together("อบรมครูที่น่าน", [[["อบรม", "ครู"], ["สัมมนา"]], [["น่าน"]]])
    True
    >>> together("อบรมครู" + 800 * "ก" + "น่าน", [[["อบรม", "ครู"]], [["น่าน"]]])
    False
    """
    return _all_in(text, sought) and any(_all_in(part, sought) for part in _parts(text))


def _sought(query: Query) -> list[Forms]:
    return [_words(chunk) for chunk in query.chunks if not chunk.relative]


def _words(chunk: Chunk) -> Forms:
    """The words that were typed, where they may stand apart, and each other form as it is.

    >>> _words(Chunk(("ประชุมครู", "ประชุมอาจารย์"))), _words(Chunk(("5/63", "5/2563")))
    ([['ประชุม', 'ครู'], ['ประชุมอาจารย์']], [['5/63'], ['5/2563']])
    """
    first, *others = (fold(form).lower() for form in (chunk.forms[:1] if chunk.required else chunk.forms))
    typed = [word.lower() for word in dict.fromkeys(loose_words(chunk))]
    return [typed or [first], *([form] for form in others)]


def _read(
    db: Database, column: str, keys: Sequence[int], sought: Sequence[Forms]
) -> Iterator[tuple[int, str]]:
    """The texts as they are compared. Thai has no capitals, and lower() takes as long as all the rest."""
    cased = re.search("[a-z]", repr(sought))
    for key, text in db.execute(_TEXTS.format(column=column), [READ, json.dumps(keys)]):
        plain = text.replace(BREAK, "")
        yield key, plain.lower() if cased else plain


def _parts(text: str) -> Iterator[str]:
    """Each overlaps half of the one before."""
    for begin in range(0, max(1, len(text) - WIDE // 2), WIDE // 2):
        yield text[begin : begin + WIDE]


def _all_in(part: str, sought: Sequence[Forms]) -> bool:
    return all(any(all(_in(part, word) for word in words) for words in forms) for forms in sought)


def _in(part: str, word: str) -> bool:
    return word in part and (not _CUT.search(word) or bool(whole(word).search(part)))
