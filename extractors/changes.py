"""What two versions of a text differ in: words taken away and put in, for people to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from extractors.thai.words import words

AROUND = 40  # letters shown before and behind a change
NEAR = 12  # letters between two changes that are read as one
MOST = 3000  # words or lines; comparing more would take seconds, and nobody reads it


@dataclass(frozen=True)
class Change:
    """One place: `removed` stood in the older text where `added` stands in the newer one."""

    before: str
    removed: str
    added: str
    after: str


def changes(old: str, new: str) -> list[Change]:
    """Every place in which the texts differ, in the order of the text, by Thai words.

    >>> changes("ประชุมครู วันที่ 5 มีนาคม ณ ห้องประชุม", "ประชุมครู วันที่ 12 มีนาคม ณ ห้องประชุม")
    [Change(before='ประชุมครู วันที่ ', removed='5', added='12', after=' มีนาคม ณ ห้องประชุม')]
    """
    lines, others = old.splitlines(keepends=True), new.splitlines(keepends=True)
    found = []
    for first, last, begin, end in blocks(lines, others):
        start, stop = sum(map(len, lines[:first])), sum(map(len, others[:begin]))
        for a, b, c, d in _words("".join(lines[first:last]), "".join(others[begin:end])):
            found.append((start + a, start + b, stop + c, stop + d))
    return [_shown(old, new, *place) for place in _joined(found)]


def blocks(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """Where two sequences differ: [first, last) of the one stands for [begin, end) of the other."""
    same = _alike(old, new)
    tail = _alike(old[same:][::-1], new[same:][::-1])
    first, last = old[same : len(old) - tail], new[same : len(new) - tail]
    if max(len(first), len(last)) > MOST:
        yield same, same + len(first), same, same + len(last)
        return
    for kind, a, b, c, d in SequenceMatcher(None, first, last, autojunk=False).get_opcodes():
        if kind != "equal":
            yield same + a, same + b, same + c, same + d


def _alike(old: Sequence[str], new: Sequence[str]) -> int:
    """How many pieces they have in common at their beginning."""
    other = (n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b)
    return next(other, min(len(old), len(new)))


def _words(old: str, new: str) -> Iterator[tuple[int, int, int, int]]:
    """The same by letters, cut between words."""
    said, says = words(old), words(new)
    at, to = _offsets(said), _offsets(says)
    for a, b, c, d in blocks(said, says):
        yield at[a], at[b], to[c], to[d]


def _offsets(pieces: Sequence[str]) -> list[int]:
    """Where each piece begins, and where the last one ends."""
    found = [0]
    for piece in pieces:
        found.append(found[-1] + len(piece))
    return found


def _joined(places: list[tuple[int, int, int, int]]) -> list[tuple[int, int, int, int]]:
    """Places that all but touch as one: a date of which day and month are other is one change."""
    joined: list[tuple[int, int, int, int]] = []
    for a, b, c, d in places:
        if joined and a - joined[-1][1] <= NEAR and c - joined[-1][3] <= NEAR:
            a, c = joined[-1][0], joined.pop()[2]
        joined.append((a, b, c, d))
    return joined


def _shown(old: str, new: str, a: int, b: int, c: int, d: int) -> Change:
    """The place with what stands around it on its line."""
    before = new[max(0, c - AROUND) : c].rpartition("\n")[2]
    after = new[d : d + AROUND].partition("\n")[0]
    return Change(before, old[a:b], new[c:d], after)
