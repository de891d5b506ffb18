"""How well PDFs are read: `python -m bench.pdf [FILE…]`, on ../shared/pdf.

Its files have their true text beside them. CER is the edit distance with all
white space removed, over the length of the truth; phrase recall is the share of the truth's
blank-delimited pieces of three letters or more that stand word for word in
the joined text.
"""

from __future__ import annotations

import json
import os
import re
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from io import BytesIO
from pathlib import Path
from unittest.mock import patch

import pdfplumber
import pypdfium2

from extractors.formats.pdf import read
from extractors.formats.pdf.fonts import Fonts
from extractors.formats.quality import POOR
from extractors.records import Capture, Site

SET = Path(__file__).parents[2] / "shared" / "pdf"
SITE = Site("bench", "", "", "folder")

Reader = Callable[[bytes], str]


def ours(body: bytes) -> str:
    return read(Capture("file:///a.pdf", "", 200, (), body), SITE).text


def plumber(body: bytes) -> str:
    with pdfplumber.open(BytesIO(body)) as pdf:
        return "\n".join(page.extract_text() for page in pdf.pages)


def pdfium(body: bytes) -> str:
    with pypdfium2.PdfDocument(body) as pdf:
        return "\n".join(page.get_textpage().get_text_bounded() for page in pdf)


READERS: dict[str, Reader] = {"ours": ours, "pdfplumber": plumber, "pypdfium2": pdfium}


def joined(text: str) -> str:
    """Lines joined: with no blank between Thai and Thai, else with one."""
    out = ""
    for line in filter(None, map(str.strip, text.split("\n"))):
        thai = out and "\u0e00" <= out[-1] <= "\u0e7f" and "\u0e00" <= line[0] <= "\u0e7f"
        out += ("" if thai or not out else " ") + line
    return out


def distance(a: str, b: str, within: bool = False) -> int:
    """Edit distance by bit-parallel rows (Myers, Hyyrö); that to the likest part of b if it lies `within`."""
    if not a:
        return 0 if within else len(b)
    at: dict[str, int] = {}
    for n, char in enumerate(a):
        at[char] = at.get(char, 0) | 1 << n
    full, top = (1 << len(a)) - 1, 1 << (len(a) - 1)
    plus, minus, score = full, 0, len(a)
    best = score
    for char in b:
        match = at.get(char, 0)
        diagonal = (((match & plus) + plus) ^ plus) | match | minus
        up, down = minus | ~(diagonal | plus) & full, plus & diagonal
        score += bool(up & top) - bool(down & top)
        best = min(best, score)
        up = (up << 1 | (not within)) & full
        down = (down << 1) & full
        plus, minus = (down | ~(diagonal | up)) & full, up & diagonal
    return best if within else score


def scores(text: str, truth: str) -> tuple[float, float]:
    """CER and phrase recall, in per cent."""
    bare, true = re.sub(r"\s", "", text), re.sub(r"\s", "", truth)
    flat = joined(text)
    phrases = [piece for piece in joined(truth).split() if len(piece) > 2]
    recall = sum(piece in flat for piece in phrases) / max(1, len(phrases))
    return 100 * distance(true, bare) / max(1, len(true)), 100 * recall


def main(names: Sequence[str] = ()) -> None:
    if not SET.exists():
        print(f"PDF: not measured, there is no {SET}")
        return
    manifest = json.loads((SET / "manifest.json").read_text("utf-8"))
    groups: dict[tuple[str, str], list[str]] = {}
    for name, about in manifest.items():
        if not names or any(part in name for part in names):
            groups.setdefault((about["kind"], about["textlayer"]), []).append(name)
    for reader, read_text in READERS.items():
        print(f"\n{reader:34s} files   CER %  worst  phrases %  CPU ms/page")
        for (kind, layer), files in sorted(groups.items()):
            _row(f"{kind}, text layer {layer}", read_text, files, bool(names) and reader == "ours")
    if not names:
        _gate(manifest)


def _gate(manifest: dict[str, dict[str, str]]) -> None:
    """Which pages the gate flags, by the CER that they have."""
    unmended = patch.object(Fonts, "mend", lambda self: False)
    without_ocr = patch.dict(os.environ, {"PATH": ""})
    print(f"\n{'the gate':40s} CER >= 5 %: flagged   1-5 %     < 1 %")
    for label, set_up in {
        "as the file names its glyphs": (unmended, without_ocr),
        "as their fonts name them": (without_ocr,),
        "with OCR of what was flagged": (),
    }.items():
        counts: dict[int, list[bool]] = {0: [], 1: [], 2: []}
        with ExitStack() as stack:
            for each in set_up:
                stack.enter_context(each)
            for name in manifest:
                for error, quality in _judged(name):
                    counts[(error < 5) + (error < 1)].append(quality < POOR)
        print(f"{label:40s}" + "".join(f"{sum(seen):12d} of {len(seen):3d}" for seen in counts.values()))


def _judged(name: str) -> list[tuple[float, float]]:
    """CER and quality of each page of the file; the CER of a page without text is 100."""
    found = read(Capture("file:///a.pdf", "", 200, (), (SET / f"{name}.pdf").read_bytes()), SITE)
    truth = re.sub(r"\s", "", (SET / f"{name}.txt").read_text("utf-8"))
    ends = (*found.pages[1:], len(found.text))
    judged = []
    for start, end, (quality, _) in zip(found.pages, ends, found.judged, strict=True):
        text = re.sub(r"\s", "", found.text[start:end])
        judged.append((100 * distance(text, truth, within=True) / len(text) if text else 100.0, quality))
    return judged


def _row(label: str, read_text: Reader, files: list[str], each: bool) -> None:
    results = []
    for name in files:
        body = (SET / f"{name}.pdf").read_bytes()
        began = time.process_time()
        text = read_text(body)
        spent = 1000 * (time.process_time() - began) / len(pypdfium2.PdfDocument(body))
        results.append((*scores(text, (SET / f"{name}.txt").read_text("utf-8")), spent))
        if each:
            print(f"  {name:38s} {results[-1][0]:7.2f} {results[-1][1]:16.1f} {spent:10.0f}")
    errors, recalls, times = zip(*results, strict=True)
    mean = sum(errors) / len(errors), max(errors), sum(recalls) / len(recalls), sum(times) / len(times)
    print(f"{label:34s} {len(files):5d} {mean[0]:7.2f} {mean[1]:6.1f} {mean[2]:10.1f} {mean[3]:10.0f}")


if __name__ == "__main__":
    main(sys.argv[1:])
