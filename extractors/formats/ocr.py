"""Pictures of text, read by Tesseract where it is installed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO

from PIL import Image

from extractors import child
from extractors.errors import Unreadable
from extractors.formats import digits

FAILED = "OCR failed"  # on a picture too large, or its time was up
READ_BY_OCR = "read by OCR"  # the reason by which finders know that digits are not to be trusted
ONE_COLUMN, COLUMNS, ONE_BLOCK = 4, 3, 6  # Tesseract's page segmentation: letters, columns, cells
THAI, BOTH = "tha", "tha+eng"  # alone it cannot take ชั้น for Latin, nor read any
_SECONDS = 120.0  # a page takes one to two

# What is asked of Tesseract besides the text: where each word stands.
_OUTPUTS = ("-c", "tessedit_create_tsv=1", "-c", "tessedit_create_txt=1")
_PLACE = re.compile(r"[1-5](?:\t-?[\d.]+){10}\t")


@dataclass(frozen=True)
class Recognised:
    """What OCR read, not yet normalised, and where each word of it stands."""

    text: str
    words: tuple[digits.Word, ...]


def recognised(picture: bytes, layout: int = ONE_COLUMN, languages: str = BOTH) -> Recognised | None:
    """The text of a PNG or JPEG picture; None where no OCR for Thai is installed.

    Raises Unreadable where it fails, or the document has had its time.
    """
    if not _knows_thai():
        return None
    command = ["tesseract", "stdin", "stdout", "-l", languages, "--psm", str(layout), *_OUTPUTS]
    text, words = _parted(child.run(command, picture, _SECONDS).decode("utf-8", "replace"))
    try:
        with Image.open(BytesIO(picture)) as opened:
            text = digits.reread(text, words, opened.convert("L"))
    except (OSError, Image.DecompressionBombError):
        pass  # Tesseract opens more than Pillow does
    return Recognised(text, tuple(words))


def _parted(said: str) -> tuple[str, list[digits.Word]]:
    """The text, and the words with their places, of what Tesseract writes one behind the other."""
    lines, words = [], []
    for line in said.splitlines():
        if line.startswith("level\t"):
            continue
        if not _PLACE.match(line):
            lines.append(line)
            continue
        _, *place, left, top, width, height, _, text = line.split("\t")
        if text.strip():
            x, y = int(left), int(top)
            words.append(digits.Word(text.strip(), (x, y, x + int(width), y + int(height)), tuple(place[:4])))
    return "\n".join(lines), words


def _knows_thai() -> bool:
    try:
        return "tha" in child.run(["tesseract", "--list-langs"], b"", _SECONDS).decode().split()
    except (FileNotFoundError, Unreadable):
        return False
