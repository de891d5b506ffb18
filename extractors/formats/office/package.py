"""The zip archive that a file of OOXML or ODF is: opened within bounds, and its damage named."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from docx.opc.exceptions import PackageNotFoundError

from extractors.errors import Unreadable
from extractors.records import Capture

LARGEST = 200_000_000  # bytes, unpacked
LONGEST = 5_000_000  # characters of a document's text; real ones have thousands
CUT = "longer than 5 million letters, the rest is unread"  # the reason that a document then gives

_OLE = b"\xd0\xcf\x11\xe0"  # a password puts the zip archive into a compound file
_WORD = b"vnd.openxmlformats-officedocument.wordprocessingml.document.main"
# The main part of a template, of a file with macros, of a show that starts by itself: what stands in its type
# for what in that of a plain file, which holds the same. python-docx and python-pptx open plain ones alone.
_VARIANTS = {
    b"wordprocessingml.template.main": b"wordprocessingml.document.main",
    b"vnd.ms-word.document.macroEnabled.main": _WORD,
    b"vnd.ms-word.template.macroEnabledTemplate.main": _WORD,
    b"presentationml.slideshow.main": b"presentationml.presentation.main",
    b"presentationml.template.main": b"presentationml.presentation.main",
    b"ms-powerpoint.slideshow.macroEnabled.main": b"ms-powerpoint.presentation.macroEnabled.main",
    b"ms-powerpoint.template.macroEnabled.main": b"ms-powerpoint.presentation.macroEnabled.main",
}
_TYPES = "[Content_Types].xml"
# What python-docx, python-pptx and openpyxl raise over damaged files, each its own way; lxml reports bad
# XML as a SyntaxError, defusedxml an entity as a ValueError.
_DAMAGE = (
    *(AttributeError, IndexError, KeyError, TypeError, ValueError, SyntaxError),
    *(EOFError, NotImplementedError, PackageNotFoundError, zlib.error),
)


@contextmanager
def opened(capture: Capture, what: str) -> Iterator[ZipFile]:
    """The archive, for as long as it is read; `what` names the file that was expected: "a Word file".

    Raises Unreadable (encrypted, truncated, malformed), also for what is raised within.
    """
    if capture.body.startswith(_OLE):
        raise Unreadable(capture.url, f"expected {what}, came one with a password", "encrypted")
    try:
        with ZipFile(BytesIO(capture.body)) as archive:
            size = sum(member.file_size for member in archive.infolist())
            if size > LARGEST:
                reason = f"expected {what} of at most {LARGEST // 1_000_000} MB, came {size} bytes unpacked"
                raise Unreadable(capture.url, reason)
            yield archive
    except BadZipFile:
        reason = f"expected {what}, came {len(capture.body)} bytes of a torn archive"
        raise Unreadable(capture.url, reason, "truncated") from None
    except _DAMAGE as error:
        raise Unreadable(capture.url, f"expected {what}, came a damaged one ({error})") from None


def plain(archive: ZipFile, body: bytes) -> BytesIO:
    """The file as its library opens it: a template, or a show, as a plain file; others as they are."""
    types = archive.read(_TYPES)
    told = types
    for variant, usual in _VARIANTS.items():
        told = told.replace(variant, usual)
    if told == types:
        return BytesIO(body)
    out = BytesIO()
    with ZipFile(out, "w") as copy:
        for name in archive.namelist():
            copy.writestr(name, told if name == _TYPES else archive.read(name))
    return out
