"""RTF: striprtf reads it, once Thai bytes and table rows are written so that it finds them."""

from __future__ import annotations

import re

from striprtf.striprtf import rtf_to_text

from extractors.errors import Unreadable
from extractors.formats import rows
from extractors.formats.document import document
from extractors.formats.media import RTF
from extractors.records import Capture, Document, Site
from extractors.thai.text import decode, normalize

LIMIT = 50_000_000  # bytes; most of a long file are its pictures, as digits

_BINARY = re.compile(rb"\\bin(\d{1,9}) ?")
_PICTURE = re.compile(rb"[0-9a-fA-F\s]{200,}")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_MARK = re.compile(r"\\u(?:6497[678]|-5(?:60|59|58))(?!\d)")  # U+FDD0 … U+FDD2, which are marks of rows here
_ROW = re.compile(r"\\trowd(?![a-z])(.*?)\\row(?![a-z])", re.S)
_CELL = re.compile(r"\\cell(?![a-z])")
_NESTED = re.compile(r"\\nest(?:cell|row)(?![a-z])")  # a table within a cell is lines of it


def read(capture: Capture, site: Site) -> Document:
    """Body text and tables; heads, feet, notes and text boxes stay out.

    Raises Unreadable (truncated, malformed). To be called through `extractors.child`.
    """
    if len(capture.body) > LIMIT:
        reason = f"expected an RTF file of at most {LIMIT // 1_000_000} MB, came {len(capture.body)} bytes"
        raise Unreadable(capture.url, reason)
    try:
        said = rtf_to_text(_prepared(capture.body), encoding="cp874", errors="replace")
    except (ValueError, IndexError, LookupError) as error:
        raise Unreadable(capture.url, f"expected an RTF file, came a damaged one ({error})") from None
    text, places = rows.settled(normalize(said))
    if not text and not capture.body.rstrip(b"\r\n \0").endswith(b"}"):
        raise Unreadable(
            capture.url, f"expected a whole RTF file, came {len(capture.body)} bytes of one", "truncated"
        )
    return document(capture, RTF, text, places)


def _prepared(body: bytes) -> str:
    """The file's code in ASCII, its rows marked, and its Thai told where only its code page says so.

    RTF writes a Thai letter as \\u3585 or \\'a1; some programs put the byte
    itself, and some call all fonts Western (charset 0) and leave Thai to the
    code page of the file.
    """
    code = decode(_PICTURE.sub(b"", _without_binaries(body)))
    code = _BEYOND_ASCII.sub(lambda char: _sign(char[0]), _MARK.sub("", rows.unmarked(code)))
    if "\\ansicpg874" in code:
        code = re.sub(r"\\fcharset0(?!\d)", r"\\fcharset1", code)
    code = _NESTED.sub(lambda _: "\\line ", code)
    return _ROW.sub(lambda row: _sign(rows.ROW) + _cells(row[1]) + _sign(rows.END), code)


def _cells(row: str) -> str:
    return _CELL.sub(lambda _: _sign(rows.CELL), row)


def _sign(char: str) -> str:
    return f"{{\\uc0\\u{ord(char)} }}"


def _without_binaries(body: bytes) -> bytes:
    """The file without what \\binN announces: N bytes of a picture, among which anything may stand."""
    parts, end = [], 0
    while found := _BINARY.search(body, end):
        parts.append(body[end : found.start()])
        end = found.end() + int(found[1])
    return b"".join((*parts, body[end:]))
