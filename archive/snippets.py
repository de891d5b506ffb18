"""The passage of a text that answers a query best, with what was sought marked in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from archive.query import Query
from extractors.thai.digits import thai
from extractors.thai.words import fold, tokens

LENGTH = 240  # letters of a passage
READ = 200_000  # letters of a text that are looked through
MOST = 400  # matches that are weighed

# Words that say nothing by themselves: marked only as part of a phrase.
_EMPTY = frozenset(
    re.split(" ", "การ ความ ที่ ใน และ ของ เป็น ได้ ให้ มี ไป มา จะ โดย กับ แก่ แห่ง เพื่อ จาก ด้วย หรือ ว่า นี้ ครั้ง")
)


@dataclass(frozen=True)
class Passage:
    """`marks` are [start, end) in `text`; `text` is on one line."""

    text: str
    marks: tuple[tuple[int, int], ...]


@lru_cache(64)
def pattern(query: Query) -> re.Pattern[str] | None:
    """What the query seeks, one group a chunk, as it may be written in an unfolded text; None for no words.

    >>> pattern(Query()) is None
    True
    """
    groups = []
    for chunk in query.chunks:
        forms = [_written(form) for form in sorted(chunk.forms, key=len, reverse=True)]
        words = {} if chunk.required else {token: None for form in chunk.forms for token in tokens(form)}
        weighty = [word for word in words if word not in _EMPTY and (len(word) > 1 or word.isdigit())]
        forms += [_written(word) for word in sorted(weighty, key=len, reverse=True)]
        if forms:
            groups.append(f"({'|'.join(dict.fromkeys(forms))})")
    return re.compile("|".join(groups), re.IGNORECASE) if groups else None


def passage(text: str, query: Query, *, after: int = 0) -> Passage:
    """The best passage from `after` on (behind the title), or of the whole where only the title answers."""
    sought = pattern(query)
    text = text[:READ]
    places = (
        []
        if sought is None
        else [match for match, _ in zip(sought.finditer(text), range(MOST), strict=False)]
    )
    behind = [match for match in places if match.start() >= after] or places
    if not behind:
        return _cut(text, after, min(len(text), after + LENGTH), [])
    spans = [(match.start(), match.end(), match.lastindex or 0) for match in behind]
    start, end = _window(spans)
    return _cut(text, *_widen(text, start, end, after if start >= after else 0), [span[:2] for span in spans])


def marks(text: str, query: Query) -> tuple[tuple[int, int], ...]:
    """Where a short text, such as a title, holds what is sought."""
    sought = pattern(query)
    return () if sought is None else _merged([match.span() for match in sought.finditer(text)])


def _window(spans: Sequence[tuple[int, int, int]]) -> tuple[int, int]:
    """The stretch of at most LENGTH letters with the most different chunks, then with the most marked."""
    best, chosen = (0, 0), (spans[0][0], spans[0][1])
    first = 0
    for last in range(len(spans)):
        while spans[last][1] - spans[first][0] > LENGTH and first < last:
            first += 1
        held = spans[first : last + 1]
        worth = (
            len({chunk for *_, chunk in held}),
            sum(len_ for len_ in {end - start for start, end, _ in held}),
        )
        if worth > best:
            best, chosen = worth, (held[0][0], held[-1][1])
    return chosen


def _widen(text: str, start: int, end: int, floor: int) -> tuple[int, int]:
    """Room on both sides up to LENGTH, beginning and ending at a blank where one is near."""
    room = max(0, LENGTH - (end - start))
    left = max(floor, start - room // 3)
    right = min(len(text), left + max(LENGTH, end - left))
    if left > floor and (blank := re.search(r"\s", text[left:start])):
        left += blank.end()
    if right < len(text) and (blank := re.search(r"\s(?=\S*$)", text[end:right])):
        right = end + blank.start()
    return left, right


def _cut(text: str, start: int, end: int, spans: Sequence[tuple[int, int]]) -> Passage:
    """The text on one line, blank for blank, so that the marks stay where they are."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    before, after = "…" if start > 0 else "", "…" if end < len(text) else ""
    kept = [(max(a, start), min(b, end)) for a, b in spans if a < end and b > start]
    shift = len(before) - start
    line = re.sub(r"\s", " ", text[start:end])
    return Passage(f"{before}{line}{after}", tuple((a + shift, b + shift) for a, b in _merged(kept)))


def _merged(spans: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    out: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        elif start < end:
            out.append((start, end))
    return tuple(out)


def _written(form: str) -> str:
    """A pattern for the form in unfolded text: Thai digits, other dashes, blanks, both shapes of am and ae."""
    out = []
    for letter in re.findall(r"[่-๋]?ำ|\s+|.", fold(form)):
        if letter.isdigit() and letter.isascii():
            out.append(f"[{letter}{thai(letter)}]")
        elif letter.isspace():
            out.append(r"\s*")
        elif letter == "-":
            out.append(r"\s?[-\u2010-\u2014\u2212]\s?")
        elif letter.endswith("ำ"):
            tone = letter[:-1]
            out.append(f"(?:{tone}ำ|{tone}ํา|ํ{tone}า)")
        else:
            out.append({"แ": "(?:แ|เเ)"}.get(letter, re.escape(letter)))
    body = "".join(out)
    return _bounded(body, form)


def _bounded(body: str, form: str) -> str:
    """Numbers and Latin words are marked whole: 5 is not marked in 2563, nor art in party."""
    edge = (
        r"[0-9๐-๙]"
        if form[:1].isdigit()
        else r"[A-Za-z]"
        if form[:1].isascii() and form[:1].isalpha()
        else ""
    )
    last = (
        r"[0-9๐-๙]"
        if form[-1:].isdigit()
        else r"[A-Za-z]"
        if form[-1:].isascii() and form[-1:].isalpha()
        else ""
    )
    return f"{f'(?<!{edge})' if edge else ''}{body}{f'(?!{last})' if last else ''}"
