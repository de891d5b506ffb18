"""A word or a name with a slip of one letter in it: the spellings of it that the archive has.

All that a slip can have made it from are tried (Norvig's spelling corrector),
cut into words as any text is: a wrong letter moves the borders of Thai words,
so that no word of the index is near what was typed, but the whole of it is.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, groupby, islice, product
from string import ascii_lowercase

from sqlite_utils import Database

from archive.search.abbreviations import spellings as abbreviated
from archive.search.asked import Chunk, Query
from archive.search.expressions import PARAGRAPH, all_words, both, phrase, phrases, quoted
from archive.search.fields import HONORIFIC
from archive.search.holders import Holders
from archive.search.pieces import stands
from archive.search.sampled import bounded
from extractors.thai.text import ABOVE, BELOW, LAST, MARKS, TONES
from extractors.thai.words import BREAK, fold, words

_WORD = re.compile("[ก-๎]{5,24}|[a-z]{5,24}")  # near a shorter one is every other; a longer one is several
_JOINED = re.compile("[ก-๎a-z.]{5,40}")
_LEAST = 4  # letters of each of two words that were typed as one; shorter ones are within many a slip
_WAYS = 5  # to part it that are tried
_NAME = re.compile("[ก-๎]{3,24}")
_LONGEST = 26  # letters of a name, and two of what it is not
_TRIED = 60  # spellings of known words that are looked for
_RECENT = 50_000  # documents, the last harvested, in which they are: most stand nowhere, which takes longest
MORE = 1  # words that one may have above the fewest; ICU makes few of what is spelt right
_MOST = 2  # spellings that are taken
_COUNTED = 100  # documents, up to which one spelling is more frequent than another
_RARE = 5  # times less frequent than the best is another slip, and no spelling

_APART = 20  # documents that hold two words apart; of more they are no name
_READ = 10  # documents in which a name is looked for

_THAI = "".join(map(chr, range(0x0E01, 0x0E2F))) + "ะาำเแโใไ"  # ko kai to o ang, and the vowels beside them
# A mark on no consonant, two of a kind, a vowel before none: such a piece of text is in no index.
IMPOSSIBLE = re.compile(
    rf"(?:^|[^ก-ฮ{MARKS}])[{MARKS}]|[{ABOVE}{BELOW}][{ABOVE}{BELOW}]|[{TONES}{LAST}][{MARKS}]|[เ-ไ](?![ก-ฮ])|^[ะาำ]"
)
_BODIES = f"""SELECT words.body FROM words_fts JOIN words ON words.id = words_fts.rowid
    WHERE words_fts MATCH :match LIMIT {_READ}"""
_KNOWN = """SELECT value FROM json_each(:words)
    WHERE EXISTS (SELECT 1 FROM words_fts WHERE words_fts MATCH '"' || value || '"')"""


def corrected(held: Holders, query: Query) -> Query:
    """The query with the spellings that the archive has of each word and name that stands nowhere in it."""
    chunks: list[Chunk] = []
    for chunk in chain.from_iterable(_corrected(held, chunk) for chunk in query.chunks):
        if chunks and (name := _name(held.db, chunks[-1], chunk)):
            chunks[-1] = name
        else:
            chunks.append(chunk)
    return replace(query, chunks=tuple(chunks))


def _corrected(held: Holders, chunk: Chunk) -> list[Chunk]:
    typed = fold(chunk.forms[0]).lower()
    if chunk.required or chunk.when or not _JOINED.fullmatch(typed) or not held.none(all_words(chunk)):
        return [chunk]
    meant = _parted(held.db, typed)
    if not meant and _WORD.fullmatch(typed) and (found := tuple(spellings(held.db, typed))):
        meant = [replace(chunk, forms=chunk.forms + found, slips=found)]
    return meant if meant and not stands(held.db, chunk) else [chunk]


def _parted(db: Database, typed: str) -> list[Chunk]:
    """What is typed as one, and stands nowhere so, as two words of one paragraph: ประชุมครม., กองทุนเอสเอ็มอี.

    ICU cuts each of them otherwise by itself than beside the other.
    """
    ways = [(typed[:at], typed[at:]) for at in range(_LEAST, len(typed) - _LEAST + 1)]
    ways = [(one, other) for one, other in ways if not any(map(IMPOSSIBLE.search, (one, other)))]
    ways.sort(key=lambda way: sum(len(words(part)) for part in way))
    for one, other in ways[:_WAYS]:
        chunks = [Chunk((part, *abbreviated(part))) for part in (one, other)]
        pairs = product(*(map(phrase, chunk.forms) for chunk in chunks))
        if bounded(db, " OR ".join(f"NEAR({' '.join(pair)}, {PARAGRAPH})" for pair in pairs), 1):
            return chunks
    return []


def _name(db: Database, given: Chunk, surname: Chunk) -> Chunk | None:
    """Two words as one name, where few documents hold both, none in a row, and some almost so in a row."""
    if given.required or surname.required or not all(_NAME.fullmatch(_bare(one)) for one in (given, surname)):
        return None
    pairs = [(one, other) for one in _spelt(given) for other in _spelt(surname)]
    if bounded(db, both([phrases(given)], phrases(surname)), _APART) == _APART:
        return None
    if any(bounded(db, phrase(f"{one} {other}"), 1) for one, other in pairs):
        return None
    found = Counter(name for pair in pairs for name in _names_like(db, *pair))
    names = tuple(name for name, _ in found.most_common(_MOST))
    return Chunk((f"{given.forms[0]} {surname.forms[0]}", *names), slips=names) if names else None


def _bare(chunk: Chunk) -> str:
    """Without an honorific."""
    return HONORIFIC.sub("", chunk.forms[0])


def _spelt(chunk: Chunk) -> tuple[str, ...]:
    return chunk.slips or (_bare(chunk),)


def _names_like(db: Database, given: str, surname: str) -> Iterator[str]:
    """What stands before that surname, or behind that given name, and is one slip away from the other."""
    near = set(slips(given))
    for before, behind in _beside(db, f" {surname}"):
        ends = (
            before[-length:] for length in range(len(given) + 1, len(given) - 2, -1)
        )  # behind an honorific
        if not _NAME.match(behind):
            yield from (f"{one} {surname}" for one in islice(filter(near.__contains__, ends), 1))
    near = set(slips(surname))
    for _, behind in _beside(db, f"{given} "):
        if (name := _NAME.match(behind)) and name[0] in near:
            yield f"{given} {name[0]}"


def _beside(db: Database, word: str) -> Iterator[tuple[str, str]]:
    """The letters before and behind it, wherever it stands in some documents."""
    for (body,) in db.execute(_BODIES, {"match": phrase(word)}).fetchall():
        text = body.replace(BREAK, "")
        for found in re.finditer(re.escape(word), text):
            yield (
                text[max(0, found.start() - _LONGEST) : found.start()],
                text[found.end() : found.end() + _LONGEST],
            )


def spellings(db: Database, typed: str) -> list[str]:
    """Those that documents hold and that are one slip away, the most frequent first."""
    cut = _cut(spelling for spelling in slips(typed) if not IMPOSSIBLE.search(spelling))
    fewest = min(map(len, cut.values()), default=0)
    cut = {spelling: parts for spelling, parts in cut.items() if len(parts) <= fewest + MORE}
    every = json.dumps(list({word for parts in cut.values() for word in parts}))
    known = {word for (word,) in db.execute(_KNOWN, {"words": every}).fetchall()}
    tried = [spelling for spelling, parts in cut.items() if known.issuperset(parts)]
    tried.sort(key=lambda spelling: len(cut[spelling]))
    (last,) = db.execute("SELECT max(key) FROM document").fetchone()
    since = last - _RECENT
    held = {one: bounded(db, quoted(" ".join(cut[one])), _COUNTED, since) for one in tried[:_TRIED]}
    least = max(1, max(held.values(), default=0) / _RARE)
    return sorted((one for one in held if held[one] >= least), key=lambda one: -held[one])[:_MOST]


def _cut(spellings: Iterable[str]) -> dict[str, list[str]]:
    """Each with its words, in one pass of ICU, which takes longer to begin than to cut a word.

    >>> _cut(["ครูดี", "รคู"])
    {'ครูดี': ['ครู', 'ดี'], 'รคู': ['รคู']}
    """
    lines = groupby(words("\n".join(spellings)), "\n".__eq__)
    parts = [list(line) for is_end, line in lines if not is_end]
    return {"".join(line): line for line in parts}


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
