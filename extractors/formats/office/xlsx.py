"""Excel workbooks: a page a sheet, a row a row, the values as the sheet shows them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

import openpyxl

from extractors.formats import rows
from extractors.formats.document import document
from extractors.formats.media import XLSX
from extractors.formats.office import package
from extractors.records import Capture, Document, Site
from extractors.thai.atoms import BUDDHIST
from extractors.thai.months import MONTHS

_TYPED_SO = 2400  # a date in that year or later was typed with its Buddhist year
_FIXED = re.compile(
    r"(?:#,##)?(0+)\.(0+)"
)  # formats of numbers with so many digits before and behind the point
_WITH_DAY = re.compile(r"[dy]", re.I)
_ERRORS = re.compile(r"#(?:REF!|N/A|VALUE!|NAME\?|DIV/0!|NUM!|NULL!)")


def read(capture: Capture, site: Site) -> Document:
    """The sheets that are shown, each headed by its name where it has one; formulas give the values kept.

    Raises Unreadable (encrypted, truncated, malformed). To be called through `extractors.child`.
    """
    with package.opened(capture, "an Excel file"):
        book = openpyxl.load_workbook(BytesIO(capture.body), read_only=True, data_only=True, keep_links=False)
        sheets = list(_texts([sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]))
    text, places, pages = rows.stacked(sheets)
    cut = (package.CUT,) if sum(map(len, sheets)) > package.LONGEST else ()
    return document(capture, XLSX, text, places, pages=pages, reasons=cut)


def _texts(sheets: list[Any]) -> Iterator[str]:
    """Each sheet's text; of what is longer than any document the beginning and a little more."""
    left = package.LONGEST
    for sheet in sheets:
        lines = [] if rows.is_unnamed(sheet.title) else [rows.unmarked(sheet.title)]
        sheet.reset_dimensions()  # a file may claim a million rows of sixteen thousand cells each
        for row in filter(None, sheet.iter_rows()):
            if left < 0:
                break
            # An empty cell has no format.
            cells = [shown(cell.value, getattr(cell, "number_format", "General")) for cell in row]
            lines.append(rows.of_cells([rows.unmarked(cell) for cell in cells]))
            left -= len(lines[-1])
        yield "\n".join(lines)


def shown(value: Any, number_format: str = "General") -> str:
    """A cell's value in the words of a Thai document, whose finders read days and hours; "" for none.

    >>> shown(datetime(2022, 6, 24, 9, 0), "[$-D07041E]d mmm yyyy h:mm"), shown(9.3, "00.00"), shown(25.0)
    ('24 มิถุนายน 2565 09:00', '09.30', '25')
    """
    match value:
        case None | bool():
            return ""
        case datetime():
            if not _WITH_DAY.search(number_format) and number_format != "General":
                return shown(value.time())
            day = shown(value.date())
            return day if value.time() == time() else f"{day} {shown(value.time())}"
        case date():
            year = value.year if value.year >= _TYPED_SO else value.year + BUDDHIST
            return f"{value.day} {MONTHS[value.month - 1]} {year}"
        case time():
            return f"{value:%H:%M}"
        case timedelta():
            minutes = round(value.total_seconds() / 60)
            return f"{minutes // 60:02}:{minutes % 60:02}"
        case float() | int():
            return _number(value, number_format)
    text = str(value)
    return "" if _ERRORS.fullmatch(text) else text


def _number(value: float, number_format: str) -> str:
    """An hour is often typed as a number of two decimals: 9.30."""
    if fixed := _FIXED.fullmatch(number_format):
        before, behind = map(len, fixed.groups())
        return f"{value:0{before + 1 + behind}.{behind}f}"
    return f"{value:.10g}"
