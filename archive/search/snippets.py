"""The passage of a text that answers a query best, with what was sought marked in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from archive.search.asked import Chunk, Query
from archive.search.pieces import may_slip, slipped
from extractors.thai.words import fold, tokens

LENGTH = 240  # letters of a passage
MOST = 20  # places of one word that are weighed
APART = 3  # forms of a chunk that are looked for with signs between their words
_BETWEEN = r"[\s!-/:-@–—“”‘’…]{0,4}"  # blanks, lines and signs, which are nothing to the index

# Words that say nothing by themselves: marked only as part of a phrase.
_EMPTY = frozenset(
    re.split(" ", "การ ความ ผู้ ที่ ใน และ ของ เป็น ได้ ให้ มี ไป มา จะ โดย กับ แก่ แห่ง เพื่อ จาก ด้วย หรือ ว่า นี้ ครั้ง")
)


@dataclass(frozen=True)
class Passage:
    """`marks` are [start, end) in `text`; `text` is on one line."""

    text: str
    marks: tuple[tuple[int, int], ...]


Needle = str | re.Pattern[str]  # a plain string is found many times faster than a pattern
Needles = tuple[Needle, ...]
Span = tuple[int, int, int]  # start, end, number of the chunk


@lru_cache(64)
def needles(query: Query) -> tuple[tuple[Needles, ...], ...]:
    """What the query seeks, for each chunk, best first; each counts where none before it is found.

    Its forms; their words with any signs between, as the index finds them;
    the form with a slip in it; and the words alone.

    >>> needles(Query())
    ()
    """
    return tuple(
        (_needles(chunk.forms), _apart(chunk.forms))
        + (() if chunk.required else (_with_slip(chunk), _needles(_weighty(chunk))))
        for chunk in query.chunks
    )


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
    return sorted(
        (start, end, chunk)
        for chunk, ways in enumerate(needles(query))
        for start, end in next(filter(None, (_found(way, plain) for way in ways)), ())
    )


def held(parts: Iterable[str], query: Query) -> set[int]:
    """The numbers of the chunks that a text holds whole, and not in words alone."""
    found: set[int] = set()
    for text in parts:
        plain = _plain(text)
        whole = (any(_found(way, plain) for way in ways[:3]) for ways in needles(query))
        found |= {number for number, is_whole in enumerate(whole) if is_whole}
        if len(found) == len(query.chunks):
            break
    return found


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


def _found(sought: Iterable[Needle], text: str) -> list[tuple[int, int]]:
    """Numbers and Latin words are found whole: 5 not in 2563, nor art in party."""
    return [
        (start, end)
        for needle in sought
        for start, end in islice(_places(needle, text), MOST)
        if not (text[start].isascii() and _goes_on(text[start - 1 : start], text[start]))
        and not (text[end - 1].isascii() and _goes_on(text[end - 1], text[end : end + 1]))
    ]


def _places(needle: Needle, text: str) -> Iterator[tuple[int, int]]:
    if not isinstance(needle, str):
        yield from (match.span() for match in needle.finditer(text))
        return
    at = text.find(needle)
    while at >= 0:
        yield at, at + len(needle)
        at = text.find(needle, at + len(needle))


def _goes_on(left: str, right: str) -> bool:
    both = left + right
    return len(both) == 2 and both.isascii() and (both.isdigit() or both.isalpha())


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


def _needles(forms: Iterable[str]) -> Needles:
    return tuple(dict.fromkeys(map(_needle, forms)))


def _needle(form: str) -> Needle:
    """The form as it stands in a plain text, whatever the number of blanks in it.

    >>> _needle("คณะกรรมการ"), bool(_needle("ใจ ดี").search("ใจดี"))
    ('คณะกรรมการ', True)
    """
    parts = fold(form).lower().split()
    return parts[0] if len(parts) == 1 else re.compile(r"\s*".join(map(re.escape, parts)))


def _apart(forms: Sequence[str]) -> Needles:
    """The words of each form with what the index takes for nothing between them: blanks, lines, signs.

    >>> bool(_apart(("ศธ 04001/ว123",))[0].search("ที่ ศธ 04001 / ว123"))
    True
    """
    cut = [tokens(form) for form in forms[:APART]]
    return tuple(re.compile(_BETWEEN.join(map(re.escape, words))) for words in cut if len(words) > 1)


def _with_slip(chunk: Chunk) -> Needles:
    form = fold(chunk.forms[0]).lower()
    return slipped(form)[1] if may_slip(form) else ()


def _weighty(chunk: Chunk) -> list[str]:
    """Its words but those that say nothing by themselves; and each with one of these that is typed beside it.

    >>> _weighty(Chunk(("ประชุมปฏิบัติการ",)))
    ['ประชุม', 'ปฏิบัติ', 'ปฏิบัติการ']
    """
    found: dict[str, None] = {}
    for form in chunk.forms:
        words = tokens(form)
        for before, word, after in zip(["", *words], words, [*words[1:], ""], strict=False):
            if word not in _EMPTY and (len(word) > 1 or word.isdigit()):
                found[word] = None
                found |= dict.fromkeys([before + word] if before in _EMPTY else [])
                found |= dict.fromkeys([word + after] if after in _EMPTY else [])
    return list(found)
