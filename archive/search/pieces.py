"""What stands nowhere as words: any piece of a text, a slip of a letter in it, and names spelt almost so."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from itertools import combinations
from typing import Any

from sqlite_utils import Database

from archive.search.asked import Chunk, Query
from archive.search.conditions import Condition
from archive.search.exact import whole
from archive.search.expressions import any_grams, both, grams, phrases, quoted
from archive.search.lengths import lengths
from extractors.thai.gazetteer import provinces
from extractors.thai.words import BREAK, fold

_SLIPPED = range(9, 25)  # letters of a name or a word in which a slip is forgiven; more are several words
MOST = 200  # documents that are found so
ALIKE = 0.82  # of the letters, from which on a word is the other with a slip in it
MANY = 500  # candidates for these: documents with all the letters, of which most have not the piece
READ = 300_000  # words of them that are read through

_HOLDING = "SELECT rowid FROM pieces_fts WHERE pieces_fts MATCH :grams {where} {without} LIMIT :limit"
_NUMBER = re.compile(r"^\d|\d$")
_WITHOUT = "AND pieces_fts.rowid NOT IN (SELECT rowid FROM words_fts WHERE words_fts MATCH :without)"


@dataclass(frozen=True)
class Almost:
    """What `pattern` finds, with up to `before` letters of its word, where it is alike to what was typed."""

    pattern: re.Pattern[str]
    typed: str
    before: int = 0  # a pattern that begins with any letters is tried at each letter of a text

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        like = SequenceMatcher(None, b=self.typed, autojunk=False)
        for found in self.pattern.finditer(text):
            start, end = found.span()
            while start > max(0, found.start() - self.before) and not text[start - 1].isspace():
                start -= 1
            like.set_seq1(text[start:end])
            if like.ratio() >= ALIKE:
                yield start, end


Test = Callable[[str], bool]  # whether a text, folded and in small letters, holds what is sought


def pieces(
    db: Database, chunks: tuple[Chunk, ...], missing: tuple[Chunk, ...], query: Query, where: Condition
) -> list[tuple[int, float]]:
    """Documents that hold every chunk as a piece of text, whatever its words; a slip is forgiven where
    nothing has the chunk as typed.
    """
    sought = [[fold(form).lower() for form in chunk.forms] for chunk in chunks]
    telling = [
        forms for forms in sought if len(forms[0]) >= 3
    ]  # what is shorter is looked for in these alone
    if not telling:
        return []
    match = " AND ".join(map(any_grams, telling))
    tests = [_any_of(forms, chunk.required) for chunk, forms in zip(chunks, sought, strict=True)]
    found = _holding(db, match, tests, query, where)
    if found or not missing or (where.tests and _holding(db, match, tests, query, Condition())):
        return found
    match, tests = "", []
    for chunk, forms in zip(chunks, sought, strict=True):
        if chunk in missing and may_slip(forms[0]):
            part, patterns = slipped(forms[0])
            tests.append(_matching(patterns))
        else:
            part = any_grams(forms)
            tests.append(_any_of(forms, chunk.required))
        if forms in telling:
            match = both([match] if match else [], part)
    return _holding(db, match, tests, query, where)


def stands(db: Database, chunk: Chunk) -> bool:
    """Whether a document holds it as a piece of text, whatever its words."""
    forms = [form for form in (fold(form).lower() for form in chunk.forms) if len(form) >= 3]
    return bool(
        forms
        and _holding(db, any_grams(forms), [_any_of(forms, chunk.required)], Query(), Condition(), most=1)
    )


def may_slip(text: str) -> bool:
    """Another number is no slip."""
    return len(text) in _SLIPPED and not any(map(str.isdigit, text))


def slipped(text: str) -> tuple[str, tuple[Almost, ...]]:
    """Trigrams and patterns of a text in which one of three parts may be otherwise.

    >>> def found(text): return any(any(almost.spans(text)) for almost in slipped("ลมทะเลจันทน์")[1])
    >>> found("ดร.ศศิพงศ์ ลมทะเลจันทร์"), found("รมทะเลจันทน์"), found("ลมทะเลทราย")
    (True, True, False)
    """
    third = len(text) // 3
    after = rf"\S{{0,{len(text) - 2 * third}}}"  # the rest of the word
    parts = (text[:third], text[third : 2 * third], text[2 * third :])
    matches, almost = [], []
    for left, right in combinations(range(3), 2):
        kept = [parts[left], parts[right]]
        gap = f".{{0,{third + 2}}}" if right - left == 2 else ""
        within = gap.join(map(re.escape, kept))
        pattern = re.compile(within + (after if right == 1 else ""))
        almost.append(Almost(pattern, text, before=third + 1 if left else 0))
        matches.append(" AND ".join(grams(part) for part in kept if len(part) >= 3))
    return " OR ".join(f"({match})" for match in matches if match), tuple(almost)


def _holding(
    db: Database, match: str, tests: Sequence[Test], query: Query, where: Condition, most: int = MOST
) -> list[tuple[int, float]]:
    """Of the documents with those trigrams the ones that pass every test; in more titles is better."""
    found: list[tuple[int, float]] = []
    # Thai has no capitals, and lower() takes as long as all the rest.
    cased = any(letter.islower() for letter in match)
    for key, *parts in _candidates(db, match, query, where):
        if len(found) == most:
            break
        title, body = (part.replace(BREAK, "") for part in parts)
        if cased:
            title, body = title.lower(), body.lower()
        if all(test(body) or test(title) for test in tests):
            found.append((key, float(sum(test(title) for test in tests))))
    return sorted(found, key=lambda row: (-row[1], row[0]))


def _candidates(db: Database, match: str, query: Query, where: Condition) -> Iterator[tuple[int, str, str]]:
    """Key, title and body of documents with those trigrams, the shortest first: a long one has any."""
    sql = _HOLDING.format(where=where.of("pieces_fts.rowid"), without=_WITHOUT if query.without else "")
    without = " OR ".join(map(phrases, query.without))
    values: dict[str, Any] = {**where.values, "grams": match, "limit": MANY, "without": without}
    words = lengths(db, (key for (key,) in db.execute(sql, values).fetchall()))
    left = READ
    for key in sorted(words, key=words.__getitem__):
        if left > 0:
            left -= words[key]
            yield db.execute("SELECT id, title, body FROM words WHERE id = ?", [key]).fetchone()


def _any_of(forms: Sequence[str], is_quoted: bool) -> Test:
    """Numbers are held whole, but in quotes."""
    numbers = [form for form in forms if _NUMBER.search(form) and not is_quoted]
    plain = [form for form in forms if form not in numbers]
    patterns = [whole(form).search for form in numbers]
    return lambda text: any(form in text for form in plain) or any(found(text) for found in patterns)


def _matching(patterns: Sequence[Almost]) -> Test:
    return lambda text: any(any(almost.spans(text)) for almost in patterns)


def people_like(db: Database, typed: Iterable[str]) -> list[str]:
    """Names of people that are spelt almost as what was typed, most alike first; at most three."""
    sought = " ".join(typed)
    every = [sought[at : at + 3].replace('"', '""') for at in range(len(sought) - 2)]
    if len(every) < 3:
        return []
    rows = db.execute(
        "SELECT name FROM person_fts WHERE person_fts MATCH ? ORDER BY rank LIMIT 60",
        [" OR ".join(map(quoted, dict.fromkeys(every)))],
    ).fetchall()
    alike = {name: max(_alike(sought, part) for part in (name, *name.split())) for (name,) in rows}
    return sorted((name for name in alike if alike[name] >= 0.75), key=lambda name: -alike[name])[:3]


def provinces_like(typed: Iterable[str]) -> dict[str, str]:
    """What was typed and stands nowhere -> the province that is spelt almost so.

    >>> provinces_like(["กะบี่", "อบรม", "เชียงไหม่"])
    {'กะบี่': 'กระบี่', 'เชียงไหม่': 'เชียงใหม่'}
    """
    near = {word: get_close_matches(word, provinces(), 1, 0.8) for word in typed if word not in provinces()}
    return {word: provinces()[names[0]].name for word, names in near.items() if names}


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()
