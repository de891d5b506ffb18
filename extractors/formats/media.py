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
RTF, CSV = "application/rtf", "text/csv"

# By the ending of the name, where neither bytes nor header tell. To add one: a line here.
BY_NAME = {
    ".html": HTML, ".htm": HTML, ".txt": PLAIN, ".csv": CSV, ".pdf": PDF, ".zip": ZIP,
    ".rtf": RTF, ".docx": DOCX, ".xlsx": XLSX, ".pptx": PPTX, ".doc": DOC, ".xls": XLS,
    ".ppt": PPT, ".odt": ODT, ".ods": ODS, ".odp": ODP,
    ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png",
}  # fmt: skip

# By the first bytes. To add one: a line here.
BY_MAGIC = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF8", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"{\\rtf", RTF),
    (b"\x1f\x8b", "application/gzip"),
)

# A folder or file inside the zip archive that an office file is.
BY_MEMBER = (
    ("word/", DOCX),
    ("xl/", XLSX),
    ("ppt/", PPTX),
)

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
    ("EncryptedPackage", DOCX),  # of a newer file with a password
    ("PowerPoint Document", PPT),
    ("WordDocument", DOC),
    ("Workbook", XLS),
)

_MARKUP = re.compile(
    rb"\s*(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype\s+html|html|head|body|title|meta|div|p|table|article)\b",
    re.I | re.S,
)
_XML = re.compile(rb"\s*<\?xml|\s*<(?:rss|feed|urlset|sitemapindex)\b")


def media_type(capture: Capture) -> str:
    """The capture's media type; that of the link's own content where a listing has carried it.

    >>> media_type(Capture("http://a.th/1", "", 200, (("Content-Type", "text/html"),), b"%PDF-1.4"))
    'application/pdf'
    """
    if capture.link is not None and capture.link.content is not None:
        return HTML
    declared = (capture.header("content-type") or "").partition(";")[0].strip().lower()
    named = BY_NAME.get(PurePosixPath(unquote(urlsplit(capture.url).path)).suffix.lower())
    return _by_content(capture.body, declared or named or "") or _by_label(capture.body, declared, named)


def _by_content(body: bytes, label: str) -> str | None:
    if b"%PDF-" in body[:1024]:
        return PDF
    if body.startswith(b"PK\x03\x04"):
        return _in_zip(body, label)
    if body.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _in_compound(body, label)
    if body[:4] == b"RIFF" and body[8:12] == b"WEBP":
        return "image/webp"
    if magic := next((kind for first, kind in BY_MAGIC if body.startswith(first)), None):
        return magic
    return HTML if _MARKUP.match(body[:4096].removeprefix(b"\xef\xbb\xbf")) else None


def _in_compound(body: bytes, label: str) -> str:
    """What kind of file the compound file is; for a torn one its label. [MS-CFB] gives the places."""
    if len(body) >= 512:
        size, first = (
            1 << min(int.from_bytes(body[30:32], "little"), 20),
            int.from_bytes(body[48:52], "little"),
        )
        root = (first + 1) * size  # the sector of the directory begins with the root's entry
        if found := BY_CLASS.get(UUID(bytes_le=body[root + 80 : root + 96].ljust(16, b"\0"))):
            return found
    named = next((kind for name, kind in BY_STREAM if name.encode("utf-16-le") in body), None)
    return named or (label if label in (DOC, XLS, PPT) else "application/x-ole-storage")


def _in_zip(body: bytes, label: str) -> str:
    """What kind of file the zip archive is; for a torn one, whose directory at the end is lost, its label."""
    try:
        with ZipFile(BytesIO(body)) as archive:
            names = archive.namelist()
            said = (
                archive.open("mimetype").read(100).decode("ascii", "replace") if "mimetype" in names else ""
            )
    except (BadZipFile, ValueError, NotImplementedError, OSError, EOFError, RuntimeError, zlib.error):
        return label if label in BY_NAME.values() else ZIP
    if said in (ODT, ODS, ODP):
        return said
    return next((kind for folder, kind in BY_MEMBER if any(name.startswith(folder) for name in names)), ZIP)


def _by_label(body: bytes, declared: str, named: str | None) -> str:
    """The header's type, unless the bytes belie it or it says nothing; else the name's."""
    if b"\0" in body[:1024] and body[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        return declared if declared and not declared.startswith("text/") else BYTES
    if _XML.match(body[:1024]) and declared in ("", BYTES, HTML, PLAIN):
        return "application/xml"
    if declared and declared not in (BYTES, "application/x-download", "application/force-download", PDF):
        return declared if declared != PLAIN else named if named == CSV else PLAIN
    return named if named and named != PDF else PLAIN if body else BYTES
