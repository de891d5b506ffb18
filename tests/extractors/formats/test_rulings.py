"""The ruled table of a scanned page is found by its lines, also where the page lies askew."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from extractors import child
from extractors.formats.image import read
from extractors.formats.rulings import grid, leveled
from extractors.records import Capture, Site

PROGRAMME = Path(__file__).parents[2] / "world/files/programme.pdf"

XS, YS = (200, 600, 1400), (300, 420, 700, 900)


def page(turned: float = 0.0) -> Image.Image:
    picture = Image.new("L", (1600, 1200), 245)
    pen = ImageDraw.Draw(picture)
    for y in YS:
        pen.line((XS[0], y, XS[-1], y), fill=20, width=4)
    for x in XS:
        pen.line((x, YS[0], x, YS[-1]), fill=20, width=4)
    for n in range(12):  # what is short is no ruling
        pen.line((250 + 100 * n, 350, 320 + 100 * n, 350), fill=20, width=6)
    return picture.rotate(turned, Image.Resampling.BICUBIC, fillcolor=245)


@pytest.mark.parametrize("turned", [0.0, 0.4, -0.9])
def test_the_cells_of_a_table_are_found(turned: float) -> None:
    found = grid(leveled(page(turned)))
    assert [len(row) for row in found] == [2, 2, 2]
    widths = [right - left for left, _, right, _ in found[0]]
    heights = [row[0][3] - row[0][1] for row in found]
    assert widths == pytest.approx([400, 800], abs=10)
    assert heights == pytest.approx([120, 280, 200], abs=10)


def test_lines_that_cross_nowhere_are_no_table() -> None:
    picture = Image.new("L", (1600, 1200), 245)
    for y in YS:
        ImageDraw.Draw(picture).line((200, y, 1400, y), fill=20, width=4)
    assert grid(leveled(picture)) == []


@pytest.mark.parametrize("level", [0, 255])
def test_a_picture_of_one_tone_has_no_table(level: int) -> None:
    assert grid(leveled(Image.new("L", (800, 600), level))) == []


@pytest.mark.needs("tesseract")
def test_a_scanned_programme_has_its_rows() -> None:
    """That of a real producer, drawn as a scanner would see it; Tesseract may misread the hours."""
    drawn = child.run([sys.executable, "-m", "extractors.drawing", "0"], PROGRAMME.read_bytes(), 60.0)
    found = read(
        Capture("file:///a.png", "", 200, (("content-type", "image/png"),), drawn),
        Site("s", "", "", "folder"),
    )
    rows = [[found.text[start:end] for start, end in row] for row in found.rows]
    assert "ลงทะเบียน" in [row[1] for row in rows]
    assert all(found.scanned[0][0] <= row[0][0] and row[-1][1] <= found.scanned[0][1] for row in found.rows)
