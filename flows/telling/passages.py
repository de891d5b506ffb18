"""The passages that the values of an event were read from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any


@dataclass
class Passage:
    """A stretch of a document's text, from its offset `start` on, with what was read from it."""

    document: str
    page: int | None
    start: int
    text: str
    marks: list[list[int]]  # offsets in the document


def passages(places: Iterable[dict[str, Any]]) -> list[Passage]:
    """The sentences of several values, joined where they overlap, in the order of the text."""
    joined: list[Passage] = []
    for place in sorted(places, key=lambda place: (place["document"], place["start"] - place["marks"][0][0])):
        start, text = place["start"] - place["marks"][0][0], place["sentence"]
        last = joined[-1] if joined else None
        if last is None or last.document != place["document"] or start > last.start + len(last.text):
            last = Passage(place["document"], place["page"], start, text, [])
            joined.append(last)
        last.text += text[last.start + len(last.text) - start :] if last.text is not text else ""
        last.marks.append([place["start"], place["end"]])
    return joined
