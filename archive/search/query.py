"""What people type, understood: words, "exact words", -without, dates of both eras, short forms, field:value.

Everything typed is valid; what cannot be understood is searched as words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from archive.search.abbreviations import is_name, spellings
from archive.search.asked import Chunk, Query
from archive.search.days import YEAR, buddhist, taken, year_chunk
from archive.search.fields import HONORIFIC, fields
from archive.search.localities import localities
from archive.search.periods import RELATIVE, period
from archive.search.questions import sought
from archive.search.synonyms import synonyms
from extractors.thai.words import fold, tokens

LONGEST = 300  # letters of a query that are read; the longest title of 6,000 real items has 290
MOST = 24  # chunks of a query that are read

_QUOTED = re.compile(r'(-?)["“”„«](.+?)["“”„»]')
# ศธ 04001/ว123: the number of an official letter, of which people put the blanks anywhere.
_LETTER = re.compile(r"(?:([ก-ฮ]{2,3})\.?\s?)?(\d{4,5}(?:\.\d+)*)\s?/\s?(?:(ว)\.?\s?)?(\d+)(?!\d|/)")
_NUMBER = re.compile(rf"(\d{{1,3}})/({YEAR})")
# ครั้งที่ 5/63, ครั้งที่ 5: the number of a meeting. These words stand in a fifth of all texts, so that they
# are looked for only with a number that says nothing alone.
_TIMES = re.compile(rf"ครั้งที่\s?(?:(?=\d{{1,3}}/{YEAR})|(\d{{1,3}})(?![\d/]))")
# อบรม2563, ครั้งที่5/63: a word and the number that stands close to it.
_GLUED = re.compile(r"([ก-๙]{2,})((?:\d{1,3}/)?(?:2[45]\d\d|20\d\d|[4-7]\d))")


def understand(typed: str, today: date | None = None) -> Query:
    """The query that was meant; `today` dates เดือนที่แล้ว and the like, which are words without it.

    >>> [chunk.forms for chunk in understand("ประชุม ๕/๖๓").chunks]
    [('ประชุม',), ('5/63', '5/2563', '5/2020')]
    >>> query = understand('-ประกาศ จังหวัด:ขอนแก่น "ผลการประชุม"')
    >>> query.filters, query.without[0].forms, query.chunks[0].required
    ((('province', 'ขอนแก่น'),), ('ประกาศ',), True)
    """
    text = fold(typed[: LONGEST * 4].replace("\0", " "))[:LONGEST]  # SQLite ends a string at a zero
    filters, text = fields(text)
    quoted = _QUOTED.findall(text)
    without = [Chunk((words,), required=True) for minus, words in quoted if minus and tokens(words)]
    chunks = [Chunk((words,), required=True) for minus, words in quoted if not minus and tokens(words)]
    text = sought(_QUOTED.sub(" ", text))
    if today:
        for words in RELATIVE.finditer(text):
            chunks.append(Chunk((words[0],), when=period(words, today), relative=True))
        text = RELATIVE.sub(" ", text)
    chunks += [_letter(found) for found in _LETTER.finditer(text)]
    text = _LETTER.sub(" ", text)
    chunks += [Chunk((f"ครั้งที่ {found[1]}",)) for found in _TIMES.finditer(text) if found[1]]
    dated, text = taken(_TIMES.sub(" ", text))
    chunks += dated
    for word in text.split()[:MOST]:
        if word.startswith("-") and tokens(word):
            without += _chunks(word[1:])
        else:
            chunks += _chunks(word)
    return Query(tuple(dict.fromkeys(chunks))[:MOST], tuple(without[:MOST]), filters)


def _letter(found: re.Match[str]) -> Chunk:
    """
    >>> _letter(_LETTER.search("ศธ04001/ว 123")).forms
    ('ศธ04001/ว 123', 'ศธ 04001/ว 123', 'ศธ 04001/ว123', 'ศธ04001/ว123')
    """
    office, file, circular, number = found.groups("")
    offices = (f"{office} {file}", f"{office}{file}") if office else (file,)
    numbers = (f"{circular} {number}", f"{circular}{number}") if circular else (number,)
    return Chunk(tuple(dict.fromkeys((found[0], *(f"{a}/{b}" for a in offices for b in numbers)))))


def _chunks(word: str) -> Iterator[Chunk]:
    """A word as what is looked for; a number that stands close to it is another chunk."""
    word = word.strip("()[]{},;:!?\"'“”ๆ") or word
    glued = _GLUED.fullmatch(word)
    for part in glued.groups() if glued else (word,):
        if re.fullmatch(YEAR, part):
            yield year_chunk(part)
        elif forms := [form for form in _forms(part) if tokens(form)]:
            yield Chunk(tuple(dict.fromkeys(forms)), is_name=is_name(part))


def _forms(word: str) -> list[str]:
    """Every way to write it: numbers with their years, abbreviations, a name without its honorific.

    >>> _forms("1/66"), _forms("ดร.กวิน"), _forms("คุณภาพ")
    (['1/66', '1/2566', '1/66', '1/2023'], ['ดร.กวิน', 'กวิน'], ['คุณภาพ', 'คุณภาพ'])
    """
    if match := _NUMBER.fullmatch(word):
        year = buddhist(match[2])
        return [word, *(f"{match[1]}/{said}" for said in (year, year % 100, year - 543))]
    bare = HONORIFIC.sub("", word)
    return [word, *spellings(word), *localities(word), *synonyms(word), *([bare] if bare else [])]
