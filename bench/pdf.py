"""How well PDFs are read, on ../shared/pdf, beside the libraries' own text: `python -m bench.pdf [FILE…]`.

Its files have their true text beside them; what a figure means is said in bench/cer.py.
"""

from __future__ import annotations

import json
import math
import os
import re
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import Any

import pdfplumber
import pypdfium2

from bench import pdf_gate
from bench.cer import error_rate, recall
from extractors.formats.pdf import read
from extractors.records import Capture, Document, Site

SET = Path(__file__).parents[2] / "shared" / "pdf"
SITE = Site("bench", "", "", "folder")

TURNS = 3
SLOW = 1.0  # seconds; what takes longer is read once

Reader = Callable[[bytes], str]


def document(body: bytes) -> Document:
    return read(Capture("file:///a.pdf", "", 200, (), body), SITE)


def ours(body: bytes) -> str:
    return document(body).text


def plumber(body: bytes) -> str:
    with pdfplumber.open(BytesIO(body)) as pdf:
        return "\n".join(page.extract_text() for page in pdf.pages)


def pdfium(body: bytes) -> str:
    with pypdfium2.PdfDocument(body) as pdf:
        return "\n".join(page.get_textpage().get_text_bounded() for page in pdf)


READERS: dict[str, Reader] = {"pdfplumber": plumber, "pypdfium2": pdfium, "Prachum": ours}


@dataclass(frozen=True)
class Class:
    """Files that are hard in the same way; `target` is what is aimed at, CER and phrase recall."""

    name: str
    has: Callable[[str, dict[str, Any]], bool]
    target: str = ""


def _of(kind: str, layer: str) -> Callable[[str, dict[str, Any]], bool]:
    def has(name: str, about: dict[str, Any]) -> bool:
        scanned = about["producer"] == "scan"
        return about["kind"] == kind and about["textlayer"] == layer and not scanned and "strike" not in name

    return has


def _scanned(kind: str) -> Callable[[str, dict[str, Any]], bool]:
    return lambda name, about: about["kind"] == kind and about["producer"] == "scan"


# Each file is in the first that has it. To add one: a line here.
CLASSES = (
    Class("letters, intact text layer", _of("letter", "good"), "≤ 0.5, ≥ 96"),
    Class("letters, text layer that lies", _of("letter", "bad")),
    Class("agendas", _of("agenda", "good"), "≤ 3"),
    Class("two columns", _of("news", "good"), "≤ 2.5"),
    Class("bold struck two and four times", lambda name, about: "strike" in name, "0"),
    Class("scanned letters (OCR)", _scanned("letter"), "≤ 5"),
    Class("scanned agenda (OCR)", _scanned("agenda")),
)


def main(names: Sequence[str] = ()) -> None:
    if not SET.exists():
        print(f"not measured: {SET} is not there")
        return
    classes = classed(names)
    _texts(classes, each=bool(names))
    print()
    _tables(classes["agendas"])
    if not names:
        print()
        pdf_gate.main(sorted(chain(*classes.values())), _read)


def classed(names: Sequence[str] = ()) -> dict[str, list[str]]:
    """By class its files, each in the first class that has it; only those that hold one of these names."""
    found: dict[str, list[str]] = {group.name: [] for group in CLASSES}
    for name, about in json.loads((SET / "manifest.json").read_text("utf-8")).items():
        if not names or any(part in name for part in names):
            found[next(group.name for group in CLASSES if group.has(name, about))].append(name)
    return found


def _read(name: str) -> tuple[Document, str]:
    return document((SET / f"{name}.pdf").read_bytes()), (SET / f"{name}.txt").read_text("utf-8")


def _texts(classes: dict[str, list[str]], each: bool) -> None:
    print("| | files | reader | CER % | worst | phrases % | CPU ms a page | target (CER, phrases) |")
    print("|---|---|---|---|---|---|---|---|")
    for group in CLASSES:
        files = classes[group.name]
        found = [measured(name) for name in files]
        for reader in READERS if files else ():
            results = [one[reader] for one in found]
            errors, recalls, times = (list(column) for column in zip(*results, strict=True))
            mean = [sum(column) / len(column) for column in (errors, recalls, times)]
            label = f"{group.name} | {len(files)}" if reader == "pdfplumber" else "|"
            target = group.target if reader == "Prachum" else ""
            figures = f"{mean[0]:.2f} | {max(errors):.1f} | {mean[1]:.1f} | {mean[2]:.0f}"
            print(f"| {label} | {reader} | {figures} | {target} |", flush=True)
            for name, result in zip(files, results, strict=True) if each else ():
                print(f"|   {name} | | {reader} | {result[0]:.2f} | | {result[1]:.1f} | {result[2]:.0f} | |")


def measured(name: str, readers: Mapping[str, Reader] = READERS) -> dict[str, tuple[float, float, float]]:
    """Of each reader CER, phrase recall, and CPU milliseconds a page: the least of TURNS, of OCR of one.

    They take turns, so that whatever else the machine does slows all of them alike.
    """
    body, truth = (SET / f"{name}.pdf").read_bytes(), (SET / f"{name}.txt").read_text("utf-8")
    pages = len(pypdfium2.PdfDocument(body))
    texts: dict[str, str] = {}
    spent: dict[str, float] = {}
    for _ in range(TURNS):
        for reader, asked in readers.items():
            if spent.get(reader, 0.0) < SLOW:
                began = _cpu()
                texts[reader] = asked(body)
                spent[reader] = min(_cpu() - began, spent.get(reader, math.inf))
    return {
        reader: (error_rate(text, truth), recall(text, truth), 1000 * spent[reader] / pages)
        for reader, text in texts.items()
    }


def _cpu() -> float:
    """Seconds of this process and of the programs that it has run."""
    times = os.times()
    return time.process_time() + times.children_user + times.children_system


def _tables(names: Sequence[str]) -> None:
    """Cells that are right: those of rows whose cells, with a blank between them, are a line of the truth."""
    print("| ruled tables | cells | exact |")
    print("|---|---|---|")
    for name in names:
        found, truth = _read(name)
        body = [line for line in truth.splitlines() if re.match(r"เวลา |[๐-๙]{2}\.[๐-๙]{2} - ", line)]
        rows = [[found.text[start:end] for start, end in row] for row in found.rows]
        exact = sum(len(row) for row in rows if len(row) == 3 and " ".join(row) in body)
        print(f"| {name} | {3 * len(body)} | {exact} |")


if __name__ == "__main__":
    main(sys.argv[1:])
