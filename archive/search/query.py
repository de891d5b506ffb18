"""What people type, understood: words, "exact words", -without, dates of both eras, short forms, field:value.

Everything typed is valid; what cannot be understood is searched as words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from archive.search.abbreviations import spellings
from archive.search.periods import RELATIVE, period
from extractors.thai.months import ABBREVIATED, ABBREVIATIONS, FULL, MONTHS, month
from extractors.thai.words import fold, tokens

LONGEST = 300  # letters of a query that are read; the longest title of 6,000 real items has 290
MOST = 24  # chunks of a query that are read

# The names of the filters as people may type them: `จังหวัด:ขอนแก่น`, `speaker:สมชาย`, `ปี:2563`.
# To add one: a line here, and its condition in archive.search.conditions.CONDITIONS.
FIELDS = {
    "ผู้พูด": "person",
    "วิทยากร": "person",
    "บุคคล": "person",
    "speaker": "person",
    "person": "person",
    "สถานที่": "venue",
    "venue": "venue",
    "place": "venue",
    "จังหวัด": "province",
    "province": "province",
    "หน่วยงาน": "organizer",
    "ผู้จัด": "organizer",
    "organizer": "organizer",
    "ปี": "year",
    "year": "year",
    "ปีงบ": "fiscal",
    "ปีงบประมาณ": "fiscal",
    "fiscal": "fiscal",
    "ประเภท": "type",
    "type": "type",
    "หลัง": "after",
    "after": "after",
    "ก่อน": "before",
    "before": "before",
    "เลขที่": "letter",
    "letter": "letter",
    "ผู้ลงนาม": "signatory",
    "signatory": "signatory",
    "มติ": "resolution",
    "resolution": "resolution",
    "หนังสือ": "paper",
    "paper": "paper",
    "เว็บ": "site",
    "site": "site",
}

_QUOTED = re.compile(r'(-?)["“”„«](.+?)["“”„»]')
_FIELD = re.compile(rf"(?<!\S)({'|'.join(sorted(FIELDS, key=len, reverse=True))})[:：](\S+)", re.IGNORECASE)
_MONTH = rf"(?:{FULL}|{ABBREVIATED})"
_YEAR = r"(?:2[45]\d\d|20\d\d|19\d\d|[4-7]\d)(?!\d)"
_ERA = r"(?:พ\.?ศ\.?|ค\.?ศ\.?|ปี)?"
# 5 เม.ย. 67; เดือนเมษายน พ.ศ. 2567; เมษายน: what follows a day is no day without its month.
_DATE = re.compile(
    rf"(?<!\d)(?:(?P<day>[12]\d|3[01]|0?[1-9])\s?)?(?:เดือน\s?)?(?P<month>{_MONTH})\s?(?:{_ERA}\s?(?P<year>{_YEAR}))?"
)
_ERA_YEAR = re.compile(
    r"(?:พ\.?ศ\.?|ค\.?ศ\.?|ปี)\s?(?=(?:2[45]\d\d|20\d\d|19\d\d)(?!\d))|ปี\s?(?=[4-7]\d(?!\d))"
)
_SLASHED = re.compile(r"(\d{1,3})/([4-7]\d)")
_HONORIFIC = re.compile(
    r"^(?:พล\.?[ตทอจ]\.?[ตทอ]?\.|นางสาว|นาย|นาง|น\.ส\.|คุณ|อาจารย์|ดร\.|ผศ\.|รศ\.|ศ\.|ว่าที่\s?ร\.[ตทอ]\."
    r"|ด\.ช\.|ด\.ญ\.)+(?=.{3})"
)


@dataclass(frozen=True)
class Chunk:
    """One thing that is looked for, and every way to write it; the first is the way it was typed."""

    forms: tuple[str, ...]
    required: bool = False  # it stood in quotes: never given up, in its first form alone
    when: tuple[str, str] | None = None  # the days [from, before) it names, ISO
    relative: bool = False  # named by today: no text of those days says it in these words


@dataclass(frozen=True)
class Query:
    """`filters` by the names that are the values of FIELDS."""

    chunks: tuple[Chunk, ...] = ()
    without: tuple[str, ...] = ()
    filters: tuple[tuple[str, str], ...] = ()

    @property
    def empty(self) -> bool:
        return not self.chunks

    @property
    def when(self) -> tuple[str, str] | None:
        """The period that the query names most closely: a day before a month, a month before a year."""
        named = [chunk.when for chunk in self.chunks if chunk.when]
        return max(
            named, key=lambda days: (len(days[0]), days[0][4:] != "-01" or days[1][4:] != "-01"), default=None
        )


def understand(typed: str, today: date | None = None) -> Query:
    """The query that was meant; `today` dates เดือนที่แล้ว and the like, which are words without it.

    >>> [chunk.forms for chunk in understand("ประชุม ๕/๖๓").chunks]
    [('ประชุม',), ('5/63', '5/2563')]
    >>> understand('-ประกาศ จังหวัด:ขอนแก่น "ผลการประชุม"').filters
    (('province', 'ขอนแก่น'),)
    """
    text = fold(typed[: LONGEST * 4].replace("\0", " "))[:LONGEST]  # SQLite ends a string at a zero
    filters = tuple((FIELDS[name.lower()], value) for name, value in _FIELD.findall(text))
    text = _FIELD.sub(" ", text)
    chunks: list[Chunk] = []
    without: list[str] = []
    for minus, quoted in _QUOTED.findall(text):
        if minus:
            without.append(quoted)
        elif tokens(quoted):
            chunks.append(Chunk((quoted,), required=True))
    text = _QUOTED.sub(" ", text)
    if today:
        for words in RELATIVE.finditer(text):
            chunks.append(Chunk((words[0],), when=period(words, today), relative=True))
        text = RELATIVE.sub(" ", text)
    text = _DATE.sub(lambda match: _take(match, chunks), text)
    for word in _ERA_YEAR.sub("", text).split()[:MOST]:
        if word.startswith("-") and tokens(word):
            without.append(word[1:])
        elif tokens(word):
            chunks.append(_word(word))
    return Query(tuple(dict.fromkeys(chunks))[:MOST], tuple(without), filters)


def _take(match: re.Match[str], chunks: list[Chunk]) -> str:
    """A date of the text as a chunk; a blank is left where it stood."""
    number = month(match["month"])
    if number is None:
        return match[0]
    day = f"{int(match['day'])} " if match["day"] else ""
    named = (MONTHS[number - 1], _abbreviated(number))
    if match["year"] is None:
        chunks.append(Chunk(tuple(f"{day}{name}" for name in named)))
        return " "
    buddhist = _buddhist(match["year"])
    years = (str(buddhist), str(buddhist)[2:], str(buddhist - 543))
    forms = tuple(f"{day}{name} {year}" for name in named for year in years)
    start = f"{buddhist - 543}-{number:02}"
    if day:
        chunks.append(Chunk(forms, when=(f"{start}-{int(day):02}", f"{start}-{int(day):02}~")))
    else:
        chunks.append(Chunk(forms, when=(start, _next(start))))
    return " "


def _word(word: str) -> Chunk:
    word = word.strip("()[]{},;:!?\"'“”ๆ") or word
    forms = [word, *_numbers(word), *spellings(word)]
    if bare := _HONORIFIC.sub("", word):
        forms.append(bare)
    year = _buddhist(word) if re.fullmatch(_YEAR, word) else None
    chunk = Chunk(tuple(dict.fromkeys(form for form in forms if tokens(form))))
    return replace(chunk, when=(f"{year - 543}-01", f"{year - 542}-01")) if year else chunk


def _numbers(word: str) -> list[str]:
    """A year in both eras, and the number of a meeting with its year in two and four digits.

    >>> _numbers("2024"), _numbers("63"), _numbers("1/2566")
    (['2567'], ['2563', '2020'], ['1/66'])
    """
    if match := _SLASHED.fullmatch(word):
        return [f"{match[1]}/25{match[2]}"]
    if match := re.fullmatch(r"(\d{1,3})/25(\d\d)", word):
        return [f"{match[1]}/{match[2]}"]
    if re.fullmatch(_YEAR, word):
        year = _buddhist(word)
        return [form for form in (str(year), str(year - 543)) if form != word]
    return []


def _buddhist(year: str) -> int:
    """A year of either era, of two digits or four, as the Buddhist Era's."""
    number = int(year)
    if number < 100:
        return 2500 + number
    return number if number > 2400 else number + 543


def _abbreviated(number: int) -> str:
    """
    >>> _abbreviated(4), _abbreviated(1)
    ('เม.ย.', 'ม.ค.')
    """
    letters = ABBREVIATIONS[number - 1]
    return f"{letters[:-1]}.{letters[-1]}."


def _next(start: str) -> str:
    """The month after.

    >>> _next("2020-12")
    '2021-01'
    """
    year, number = int(start[:4]), int(start[5:7])
    return f"{year + number // 12}-{number % 12 + 1:02}"
