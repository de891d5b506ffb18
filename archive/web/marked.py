"""Text with marks as plain parts: templates make the <mark>, nobody joins HTML by hand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

CONTEXT = 140  # letters of a sentence on each side of what it proves


@dataclass(frozen=True)
class Part:
    text: str
    marked: bool = False
    labels: tuple[str, ...] = ()  # which values were read here
    start: int = 0  # offset in the whole text


def parts(text: str, spans: Iterable[Sequence[int]]) -> list[Part]:
    """
    >>> [(part.text, part.marked) for part in parts("ประชุมที่ขอนแก่น", [(9, 16)])]
    [('ประชุมที่', False), ('ขอนแก่น', True)]
    """
    return labelled(text, [(span[0], span[1], "") for span in spans])


def labelled(text: str, spans: Iterable[tuple[int, int, str]]) -> list[Part]:
    """The text cut where a span begins or ends, so that spans may overlap."""
    kept = [(max(start, 0), min(end, len(text)), label) for start, end, label in spans]
    kept = [span for span in kept if span[0] < span[1]]
    edges = sorted({0, len(text), *(edge for start, end, _ in kept for edge in (start, end))})
    opening: dict[int, list[tuple[int, str]]] = {}
    for start, end, label in kept:
        opening.setdefault(start, []).append((end, label))
    open_: list[tuple[int, str]] = []
    out = []
    for start, end in pairwise(edges):
        open_ = [span for span in open_ if span[0] > start] + opening.get(start, [])
        labels = tuple(dict.fromkeys(label for _, label in open_ if label))
        out.append(Part(text[start:end], bool(open_), labels, start))
    return out


def sentence(text: str, spans: Sequence[tuple[int, int]]) -> list[Part]:
    """The line around the first span, cut to a readable length, with every span in it marked."""
    start, end = spans[0]
    left = max(text.rfind("\n", 0, start) + 1, start - CONTEXT)
    line_end = text.find("\n", end)
    right = min(line_end if line_end >= 0 else len(text), end + CONTEXT)
    if left > 0 and text[left - 1] != "\n" and (blank := re.search(r"\s", text[left:start])):
        left += blank.end()
    if right < len(text) and text[right] != "\n" and (blank := re.search(r"\s(?=\S*$)", text[end:right])):
        right = end + blank.start()
    whole_left = left == 0 or text[left - 1] == "\n"
    whole_right = right >= len(text) or text[right] == "\n"
    found = parts(text[left:right], [(a - left, b - left) for a, b in spans])
    return [*([] if whole_left else [Part("…")]), *found, *([] if whole_right else [Part("…")])]


def paragraphs(found: Iterable[Part]) -> list[list[Part]]:
    """Parts of a whole text by its lines; empty lines are left out."""
    lines: list[list[Part]] = [[]]
    for part in found:
        at = part.start
        for number, piece in enumerate(part.text.split("\n")):
            if number:
                lines.append([])
                at += 1
            if piece:
                lines[-1].append(Part(piece, part.marked, part.labels, at))
            at += len(piece)
    return [line for line in lines if any(part.text.strip() for part in line)]
