"""Tables as text (CSV): a row a line, in whatever encoding and with whatever delimiter."""

from __future__ import annotations

import csv
from collections import Counter
from itertools import islice

from extractors.errors import Unreadable
from extractors.formats import plain, rows
from extractors.formats.document import charset, document
from extractors.formats.media import CSV
from extractors.records import Capture, Document, Site
from extractors.thai.text import decode, normalize

_DELIMITERS = ",;\t|"
_SAMPLE = 50  # rows by which the delimiter is known


def read(capture: Capture, site: Site) -> Document:
    """Rows as of any other table; what lies beyond 5 MB stays unread, and is named in `reasons`.

    Raises Unreadable where there is no letter in it.
    """
    said = rows.unmarked(decode(capture.body[: plain.LIMIT], charset(capture))).replace("\0", "")
    lines = said.splitlines(keepends=True)
    try:
        table = [rows.of_cells(row) for row in csv.reader(lines, delimiter=delimiter(lines))]
    except csv.Error:  # a quotation mark that is opened and never closed
        table = lines
    text, places = rows.settled(normalize("\n".join(table)))
    if not any(map(str.isalnum, text)):
        raise Unreadable(capture.url, f"expected rows, came {len(capture.body)} bytes without a letter")
    return document(capture, CSV, text, places, reasons=plain.cut(capture))


def delimiter(lines: list[str]) -> str:
    """The one that parts most rows into the same number of cells, more than one; else the comma.

    >>> delimiter(["เวลา;เรื่อง, ผู้บรรยาย", "09.00;พิธีเปิด", "10.00;บรรยาย"])
    ';'
    """
    return max(_DELIMITERS, key=lambda sign: _rows_alike(lines, sign))


def _rows_alike(lines: list[str], sign: str) -> int:
    try:
        widths = Counter(map(len, islice(csv.reader(lines, delimiter=sign), _SAMPLE)))
    except csv.Error:
        return 0
    return max((count for width, count in widths.items() if width > 1), default=0)
