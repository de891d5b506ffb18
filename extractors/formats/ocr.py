"""Pictures of text, read by Tesseract where it is installed."""

from __future__ import annotations

from extractors import child
from extractors.errors import Unreadable
from extractors.thai.text import normalize

FAILED = "OCR failed"  # on a picture too large, or its time was up
READ_BY_OCR = "read by OCR"  # the reason by which finders know that digits are not to be trusted
ONE_COLUMN, COLUMNS = 4, 3  # Tesseract's page segmentation: letters, and tables or columns
_SECONDS = 120.0  # a page takes one to two

# Of Thai digits in numbers of several digits only 41-47 % come out right (notes/pdf.md).


def recognised(picture: bytes, layout: int = ONE_COLUMN) -> str | None:
    """The normalised text of a PNG or JPEG picture; None where no OCR for Thai is installed.

    Raises Unreadable where it fails, or the document has had its time.
    """
    if not _knows_thai():
        return None
    command = ["tesseract", "stdin", "stdout", "-l", "tha+eng", "--psm", str(layout)]
    return normalize(child.run(command, picture, _SECONDS).decode("utf-8", "replace"))


def _knows_thai() -> bool:
    try:
        return "tha" in child.run(["tesseract", "--list-langs"], b"", _SECONDS).decode().split()
    except (FileNotFoundError, Unreadable):
        return False
