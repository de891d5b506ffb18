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
