"""Where a text holds what is sought, to mark it: as typed, in another form, almost so, or in single words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

from archive.search.asked import Chunk, Query
from archive.search.pieces import Almost, may_slip, slipped
from extractors.thai.text import MARKS
from extractors.thai.words import WORD, fold, tokens, words

MOST = 20  # places of one word that are weighed
APART = 3  # forms of a chunk that are looked for with signs between their words
AROUND = 30  # letters on either side that tell where words begin
_BETWEEN = r"[\s!-/:-@–—“”‘’…]{0,4}"  # blanks, lines and signs, which are nothing to the index

# Words that say nothing by themselves: marked only as part of a phrase.
_EMPTY = frozenset(
    re.split(
        " ",
        "การ ความ ผู้ ที่ ใน และ ของ เป็น ได้ ให้ มี ไป มา จะ โดย กับ แก่ แห่ง เพื่อ จาก ด้วย หรือ ว่า นี้ ครั้ง",
    )
)
_SHORTENED = re.compile(r"(?:[ก-๎]{1,4}\.){2,}")  # เม.ย.: its parts are no words
_FEW = re.compile("[ก-ฮ]{1,3}")  # letters that stand within many a word: กษ in เกษตร
_THAI = re.compile("[ก-๎]")
_GOING_ON = frozenset(MARKS + "ะาำๅ")  # no word begins with them, nor ends before one


Needle = str | re.Pattern[str] | Almost  # a plain string is found many times faster than a pattern
Needles = tuple[Needle, ...]


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


def found(sought: Iterable[Needle], text: str) -> list[tuple[int, int]]:
    """Where a plain text has any of them whole."""
    return [
        (start, end)
        for needle in sought
        for start, end in islice(_places(needle, text), MOST)
        if _begins(text, start) and _ends(text, end) and not _is_within(text, start, end)
    ]


def pieces_of(chunk: Chunk, text: str) -> list[tuple[int, int]]:
    """Where it has what was typed as a piece of other words, with the marks that belong to its letters."""
    places = islice(_places(_needle(chunk.forms[0]), text), MOST)
    return [(_grown(text, start, -1), _grown(text, end, 1)) for start, end in places]


def _grown(text: str, at: int, step: int) -> int:
    """
    >>> _grown("ประชุม", 4, -1), _grown("ประชุม", 4, 1)
    (3, 5)
    """
    while 0 < at < len(text) and text[at] in _GOING_ON:
        at += step
    return at


def _places(needle: Needle, text: str) -> Iterator[tuple[int, int]]:
    if isinstance(needle, Almost):
        yield from needle.spans(text)
        return
    if not isinstance(needle, str):
        yield from (match.span() for match in needle.finditer(text))
        return
    at = text.find(needle)
    while at >= 0:
        yield at, at + len(needle)
        at = text.find(needle, at + len(needle))


def _begins(text: str, at: int) -> bool:
    """Whether a word or a number begins there.

    >>> _begins("2563", 2), _begins("1.15", 2), _begins("party", 1), _begins("ที่", 1), _begins("ครั้งที่5", 8)
    (False, False, False, False, True)
    """
    if text[at].isdigit():
        return not re.search(r"\d[.,]?$", text[max(0, at - 2) : at])
    return text[at] not in _GOING_ON and not _goes_on(text[at - 1 : at], text[at])


def _ends(text: str, at: int) -> bool:
    if text[at - 1].isdigit():
        return not re.match(r"[.,]?\d", text[at : at + 2])
    return text[at : at + 1] not in _GOING_ON and not _goes_on(text[at - 1], text[at : at + 1])


def _goes_on(left: str, right: str) -> bool:
    both = left + right
    return len(both) == 2 and both.isascii() and both.isalpha()


def _is_within(text: str, start: int, end: int) -> bool:
    """Whether a few consonants are no word there, but within one.

    >>> _is_within("กระทรวงเกษตร", 8, 10), _is_within("เพื่อคนพิการ", 5, 7)
    (True, False)
    """
    neighbours = text[max(0, start - 1) : start] + text[end : end + 1]
    if not (_FEW.fullmatch(text, start, end) and _THAI.search(neighbours)):
        return False
    at = max(0, start - AROUND)
    for piece in words(text[at : end + AROUND]):
        if at <= start and end <= at + len(piece):
            return not any(found.span() == (start - at, end - at) for found in WORD.finditer(piece))
        at += len(piece)
    return True


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
    """The words that were typed but those that say nothing by themselves; and each with one of these that is
    typed beside it.

    >>> _weighty(Chunk(("ประชุมปฏิบัติการ",))), _weighty(Chunk(("5 เม.ย. 2567",)))
    (['ประชุม', 'ปฏิบัติ', 'ปฏิบัติการ'], ['2567'])
    """
    found: dict[str, None] = {}
    said = (
        chunk.forms[:2] if chunk.when else chunk.forms[:1]
    )  # a day as it was typed, and with its month in full
    cut = tokens(_SHORTENED.sub(" ", " ".join(said)))
    for before, word, after in zip(["", *cut], cut, [*cut[1:], ""], strict=False):
        if word not in _EMPTY and len(word) > 1 and not re.fullmatch(r"\d{1,3}", word):
            found[word] = None
            found |= dict.fromkeys([before + word] if before in _EMPTY else [])
            found |= dict.fromkeys([word + after] if after in _EMPTY else [])
    return list(found)
