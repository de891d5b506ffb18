"""Which media type a capture has: by its bytes first, then its header, then its name.

Thai portals often serve PDFs as text/html, and word processor files as application/octet-stream.
"""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit
from uuid import UUID
from zipfile import BadZipFile, ZipFile

from extractors.records import Capture

HTML, PLAIN, PDF, ZIP = "text/html", "text/plain", "application/pdf", "application/zip"
BYTES = "application/octet-stream"
_OFFICE = "application/vnd.openxmlformats-officedocument."
DOCX = _OFFICE + "wordprocessingml.document"
XLSX = _OFFICE + "spreadsheetml.sheet"
PPTX = _OFFICE + "presentationml.presentation"
DOC, XLS, PPT = "application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint"
_ODF = "application/vnd.oasis.opendocument."
ODT, ODS, ODP = _ODF + "text", _ODF + "spreadsheet", _ODF + "presentation"
RTF, CSV, MAIL = "application/rtf", "text/csv", "message/rfc822"

# By the ending of the name, where neither bytes nor header tell. To add one: a line here.
BY_NAME = {
    ".html": HTML, ".htm": HTML, ".txt": PLAIN, ".csv": CSV, ".pdf": PDF, ".zip": ZIP,
    ".rtf": RTF, ".docx": DOCX, ".xlsx": XLSX, ".pptx": PPTX, ".doc": DOC, ".xls": XLS,
    ".ppt": PPT, ".docm": DOCX, ".xlsm": XLSX, ".ppsx": PPTX, ".pps": PPT,
    ".odt": ODT, ".ods": ODS, ".odp": ODP, ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png",
    ".gif": "image/gif", ".webp": "image/webp", ".eml": MAIL, ".mht": MAIL, ".mhtml": MAIL,
}  # fmt: skip
# Of those names the pictures, and what else a page may have attached to it.
PICTURES = frozenset(ending for ending, kind in BY_NAME.items() if kind.startswith("image/"))
DOCUMENTS = frozenset(ending for ending, kind in BY_NAME.items() if kind != HTML) - PICTURES

# By the first bytes. To add one: a line here.
BY_MAGIC = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF8", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"\x1f\x8b", "application/gzip"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
)

# A part of the zip archive that an office file is, beside its list of parts.
BY_PART = (
    ("word/", DOCX),
    ("xl/", XLSX),
    ("ppt/", PPTX),
)
_PARTS = "[Content_Types].xml"
MOST_MEMBERS = 10_000  # of a zip archive; the directory of one with millions would take gigabytes

# The class at the root of the compound file that an old office file is.
BY_CLASS = {
    UUID("00020906-0000-0000-c000-000000000046"): DOC,
    UUID("00020900-0000-0000-c000-000000000046"): DOC,  # Word 6 and 95
    UUID("00020820-0000-0000-c000-000000000046"): XLS,
    UUID("00020810-0000-0000-c000-000000000046"): XLS,  # Excel 5 and 95
    UUID("64818d10-4f9b-11cf-86ea-00aa00b929e8"): PPT,
}

# Where it has none, as many programs leave it: the name of a stream (in UTF-16) in it. What is embedded in
# it has streams too, so the kinds into which most is embedded come first.
BY_STREAM = (
    ("PowerPoint Document", PPT),
    ("WordDocument", DOC),
    ("Workbook", XLS),
)

# XML that programs of 2003 wrote for Word and Excel, and many web sites still do.
BY_PROGRAM = (
    (b'progid="Word.Document"', DOC),
    (b'progid="Excel.Sheet"', XLS),
)

_MARKUP = re.compile(
    rb"\s*(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|title|meta|link|style|script|div|p|table|article|h[1-6]|center|font"
    rb"|br|span|ul|iframe)\b",
    re.I | re.S,
)
_XML = re.compile(rb"\s*<\?xml|\s*<(?:rss|feed|urlset|sitemapindex)\b")
_RTF = re.compile(rb"\s*\{\\rtf")
# The heads of a message, each with the lines that go on with it, up to the one that all of our time have.
_MAIL = re.compile(rb"(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?MIME-Version:", re.I)
HEADS = 65_536  # bytes; those of a mail that came a long way take a tenth
_FILENAME = re.compile(r"filename\*?\s*=\s*\"?([^\";]+)", re.I)
_BOM = b"\xef\xbb\xbf"
# Headers that say no more than "here is a file".
_SAYS_NOTHING = (BYTES, "application/x-download", "application/force-download", "application/download")
# Types whose files begin with bytes that are known above: a file that does not is something else.
_SIGNED = frozenset(BY_NAME.values()) - {HTML, PLAIN, CSV}


def names_document(address: str) -> bool:
    """Whether an address is that of a file by its name, and of no web page.

    >>> names_document("http://a.th/files/%E0%B8%81.PDF"), names_document("http://a.th/archives/7")
    (True, False)
    """
    return PurePosixPath(unquote(urlsplit(address).path)).suffix.lower() in DOCUMENTS


def media_type(capture: Capture) -> str:
    """The capture's media type; that of the link's own content where a listing has carried it.

    >>> media_type(Capture("http://a.th/1", "", 200, (("Content-Type", "text/html"),), b"%PDF-1.4"))
    'application/pdf'
    """
    if capture.link is not None and capture.link.content is not None:
        return HTML
    declared = (capture.header("content-type") or "").partition(";")[0].strip().lower()
    named = BY_NAME.get(_ending(capture))
    label = declared if declared in _SIGNED else named
    return _by_content(capture.body, label or "") or _by_label(capture.body, declared, named)


def _ending(capture: Capture) -> str:
    """That of the name which the server gives the file, else of its address: ".pdf"."""
    said = _FILENAME.search(capture.header("content-disposition") or "")
    name = said[1] if said else urlsplit(capture.url).path
    return PurePosixPath(unquote(name).strip()).suffix.lower()


def _by_content(body: bytes, label: str) -> str | None:
    if b"%PDF-" in body[:1024]:  # readers have always forgiven junk before it
        return PDF
    if body.startswith(b"PK\x03\x04"):
        return _in_zip(body, label)
    if body.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _in_compound(body, label)
    if body[:4] == b"RIFF" and body[8:12] == b"WEBP":
        return "image/webp"
    if magic := next((kind for first, kind in BY_MAGIC if body.startswith(first)), None):
        return magic
    head = body[:4096].removeprefix(_BOM)
    if _RTF.match(head):
        return RTF
    if program := next((kind for said, kind in BY_PROGRAM if said in head), None):
        return program
    if _MAIL.match(body, 0, HEADS):
        return MAIL
    return HTML if _MARKUP.match(head) else None


def count_members(body: bytes) -> int:
    """How many files the zip archive can have at most: before each stands a mark in its directory."""
    return body.count(b"PK\x01\x02")


def _in_zip(body: bytes, label: str) -> str:
    """What kind of file the zip archive is; a torn one, without the directory at its end, by the rest."""
    if count_members(body) > MOST_MEMBERS:
        return ZIP
    try:
        with ZipFile(BytesIO(body)) as archive:
            names = archive.namelist()
            said = archive.open("mimetype").read(100) if "mimetype" in names else b""
    except (BadZipFile, ValueError, NotImplementedError, OSError, EOFError, RuntimeError, zlib.error):
        left = next((kind for part, kind in BY_PART if body.find(part.encode(), 0, 1_000_000) >= 0), ZIP)
        return label if label in _SIGNED else left
    if said.startswith(b"application/"):  # OpenDocument and EPUB say it themselves
        return said.decode("ascii", "replace").strip().removesuffix("-template")
    parts = BY_PART if _PARTS in names else ()
    return next((kind for part, kind in parts if any(name.startswith(part) for name in names)), ZIP)


def _in_compound(body: bytes, label: str) -> str:
    """What kind of file the compound file is; of a torn one by its label. [MS-CFB] gives the places."""
    if "EncryptedPackage".encode("utf-16-le") in body:  # a newer file with a password
        return label if label in (DOCX, XLSX, PPTX) else DOCX
    size, directory = int.from_bytes(body[30:32], "little"), int.from_bytes(body[48:52], "little")
    root = (directory + 1) << min(size, 16)  # sectors are counted from the one after the first
    if found := BY_CLASS.get(UUID(bytes_le=body[root + 80 : root + 96].ljust(16, b"\0"))):
        return found
    named = next((kind for name, kind in BY_STREAM if name.encode("utf-16-le") in body), None)
    return named or (label if label in (DOC, XLS, PPT) else "application/x-ole-storage")


def _by_label(body: bytes, declared: str, named: str | None) -> str:
    """The header's type, unless the bytes belie it or it says nothing; else the name's."""
    if b"\0" in body[:1024] and body[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        return declared if declared and not declared.startswith("text/") else BYTES
    if _XML.match(body[:1024]) and declared in ("", BYTES, HTML, PLAIN):
        return "application/xml"
    if declared and declared not in (*_SAYS_NOTHING, *_SIGNED):
        return declared if declared != PLAIN else named if named == CSV else PLAIN
    return named if named and named not in _SIGNED else PLAIN if body else BYTES
