"""The passage of a text that answers a query best, with what was sought marked in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from archive.search.asked import Query
from archive.search.needles import Needles, found, needles, pieces_of

LENGTH = 240  # letters of a passage


@dataclass(frozen=True)
class Passage:
    """`marks` are [start, end) in `text`; `text` is on one line."""

    text: str
    marks: tuple[tuple[int, int], ...]


Span = tuple[int, int, int]  # start, end, number of the chunk


def passage(parts: Iterable[str], query: Query, title: str) -> Passage:
    """The best passage behind the title, or of the whole where only the title answers.

    `parts` are a text's beginning and then all of it; it is read as far as something is found.
    """
    first = text = ""
    for text in parts:
        first = first or text
        if spans := _spans(text, query):
            break
    else:
        after = len(title) if first.startswith(title) else 0
        return _cut(first, after, min(len(first), after + LENGTH), [])
    after = len(title) if text.startswith(title) else 0
    spans = [span for span in spans if span[0] >= after] or spans
    start, end = _window(spans)
    return _cut(text, *_widen(text, start, end, after if start >= after else 0), [span[:2] for span in spans])


def marks(text: str, query: Query) -> tuple[tuple[int, int], ...]:
    """Where a text, such as a title, holds what is sought."""
    return _merged([span[:2] for span in _spans(text, query)])


def _spans(text: str, query: Query) -> list[Span]:
    plain = _plain(text)
    every = zip(query.chunks, needles(query), strict=True)
    return sorted(
        (start, end, number)
        for number, (chunk, ways) in enumerate(every)
        for start, end in _first(ways[:3], plain) or pieces_of(chunk, plain) or _first(ways[3:], plain)
    )


def _first(ways: Iterable[Needles], plain: str) -> list[tuple[int, int]]:
    """Where the first way is found of which anything is."""
    return next(filter(None, (found(way, plain) for way in ways)), [])


def held(parts: Iterable[str], query: Query) -> set[int]:
    """The numbers of the chunks that a text holds whole, and not in words alone."""
    numbers: set[int] = set()
    for text in parts:
        plain = _plain(text)
        whole = (bool(_first(ways[:3], plain)) for ways in needles(query))
        numbers |= {number for number, is_whole in enumerate(whole) if is_whole}
        if len(numbers) == len(query.chunks):
            break
    return numbers


@lru_cache(8)
def _plain(text: str) -> str:
    """The text letter for letter as needles are written.

    >>> _plain("ครั้งที่ ๕/๒๕๖๓ (ZOOM)")
    'ครั้งที่ 5/2563 (zoom)'
    """
    lower = text.lower()
    plain = lower if len(lower) == len(text) else text  # a few Latin letters grow when they are made small
    for written, same in _SAME:  # ten times faster than str.translate, since few of them are there
        plain = plain.replace(written, same)
    return plain


_SAME = (
    *zip("๐๑๒๓๔๕๖๗๘๙", "0123456789", strict=True),
    *((dash, "-") for dash in "\u2010\u2011\u2012\u2013\u2014\u2212"),
)


def _window(spans: Sequence[Span]) -> tuple[int, int]:
    """The stretch of at most LENGTH letters with the most different chunks, then with the most marked."""
    best, chosen = (0, 0), (spans[0][0], spans[0][1])
    first = 0
    for last, (_, end, _) in enumerate(spans):
        while end - spans[first][0] > LENGTH and first < last:
            first += 1
        held = spans[first : last + 1]
        chunks = len({chunk for *_, chunk in held})
        if chunks >= best[0]:
            worth = chunks, sum({end - start for start, end, _ in held})
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
