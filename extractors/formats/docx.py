"""Word documents: paragraphs and table rows in the order of the document."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile

import docx
from docx.document import Document as WordFile
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table, _Cell

from extractors.errors import Unreadable
from extractors.formats import rows
from extractors.formats.document import document
from extractors.formats.media import DOCX
from extractors.records import Capture, Document, Site
from extractors.thai.text import normalize

LARGEST = 200_000_000  # bytes, unpacked
_DEEPEST = 5  # tables within each other


def read(capture: Capture, site: Site) -> Document:
    """Body text and tables; headers, footers and text boxes stay out.

    Raises Unreadable (encrypted, truncated, malformed). To be called through `extractors.child`.
    """
    word = _opened(capture)
    text, places = rows.settled(normalize("\n".join(_lines(word, 0))))
    return document(capture, DOCX, text, places)


def _opened(capture: Capture) -> WordFile:
    if capture.body.startswith(b"\xd0\xcf\x11\xe0"):  # a password puts the zip archive into a compound file
        raise Unreadable(capture.url, "expected an open Word file, came one with a password", "encrypted")
    try:
        size = sum(member.file_size for member in ZipFile(BytesIO(capture.body)).infolist())
        if size > LARGEST:
            raise Unreadable(capture.url, f"expected at most 200 MB of Word file, came {size} bytes unpacked")
        return docx.Document(BytesIO(capture.body))  # lxml reports bad XML as a SyntaxError
    except BadZipFile:
        reason = f"expected a whole Word file, came {len(capture.body)} bytes of a torn archive"
        raise Unreadable(capture.url, reason, "truncated") from None
    except (PackageNotFoundError, AttributeError, KeyError, ValueError, SyntaxError) as error:
        raise Unreadable(capture.url, f"expected a Word file, came a damaged one ({error})") from None


def _lines(part: WordFile | _Cell, depth: int) -> Iterator[str]:
    for block in part.iter_inner_content():
        if not isinstance(block, Table):
            yield rows.unmarked(block.text)
        elif depth < _DEEPEST:
            yield from _rows(block, depth)


def _rows(table: Table, depth: int) -> Iterator[str]:
    # The cells that are in the file: a merged one is once here, and once a column in `row.cells`.
    for row in table.rows:
        cells = ["\n".join(_lines(_Cell(cell, table), depth + 1)) for cell in row._tr.tc_lst]
        yield rows.marked(cells) if len(cells) > 1 and depth == 0 else "\n".join(cells)
