"""Whether the gate sends the right pages to OCR, and whether the better of the two texts is kept."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch

from bench.cer import bare, distance
from extractors.formats.pdf import page as reader
from extractors.formats.pdf.fonts import Fonts
from extractors.formats.quality import POOR
from extractors.records import Document


@dataclass(frozen=True)
class Page:
    error: float  # CER in per cent; 100 where there is no text
    quality: float

    @property
    def flagged(self) -> bool:
        return self.quality < POOR


UNMENDED = patch.object(Fonts, "mend", lambda self: False)
WITHOUT_OCR = patch.dict(os.environ, {"PATH": ""})
ALWAYS_OCR = patch.object(reader, "BETTER", -2.0)


Read = Callable[[str], tuple[Document, str]]  # a file's name -> the document, and its true text


def main(names: Sequence[str], read: Read) -> None:
    as_named = _pages(names, read, UNMENDED, WITHOUT_OCR)
    mended = _pages(names, read, WITHOUT_OCR)
    kept = _pages(names, read)
    by_ocr = _pages(names, read, ALWAYS_OCR)
    print("| pages that the gate flags | CER ≥ 5 % | 1–5 % | < 1 % |")
    print("|---|---|---|---|")
    print(f"| as the file names its glyphs | {_shares(as_named)} |")
    print(f"| as their fonts name them (what decides) | {_shares(mended)} |")
    print("| target | all | | ≤ 2 % |")
    tried = [place for place, page in enumerate(mended) if page.flagged]
    best = sum(kept[n].error <= min(mended[n].error, by_ocr[n].error) + 0.5 for n in tried)
    print(f"\nOf {len(tried)} flagged pages {best} keep the better of the two texts.")


def _shares(pages: Sequence[Page]) -> str:
    groups: tuple[list[bool], ...] = ([], [], [])
    for page in pages:
        groups[(page.error < 5) + (page.error < 1)].append(page.flagged)
    return " | ".join(f"{sum(flagged)} of {len(flagged)}" for flagged in groups)


def _pages(names: Sequence[str], read: Read, *patches: Any) -> list[Page]:
    found: list[Page] = []
    with ExitStack() as stack:
        for each in patches:
            stack.enter_context(each)
        for name in names:
            document, truth = read(name)
            ends = (*document.pages[1:], len(document.text))
            for start, end, (quality, _) in zip(document.pages, ends, document.judged, strict=True):
                text = bare(document.text[start:end])
                wrong = distance(text, bare(truth), within=True) / len(text) if text else 1.0
                found.append(Page(100 * wrong, quality))
    return found
