"""Zip archives of documents: what is in them, and each document in them as a capture of its own."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import PurePosixPath
from urllib.parse import quote
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from extractors.errors import Unreadable
from extractors.formats.document import document, inside
from extractors.formats.media import BY_NAME, MOST_MEMBERS, PICTURES, ZIP, count_members
from extractors.records import Capture, Document, Link, Site
from extractors.thai.text import decode, normalize

MOST = 100  # documents of one archive; an office's own have a dozen
LARGEST = 50_000_000  # bytes of one document, unpacked
ALL = 200_000_000  # and of the whole archive
RATIO = 200  # times its packed size; spreadsheets of nothing come to a hundred
MOST_PICTURES = 3  # of an archive without another document: more are the photographs of a day

_UTF8 = 0x800  # the flag of a member whose name is UTF-8; other names are in the code page of who packed them
_ENCRYPTED = 0x1


def read(capture: Capture, site: Site) -> Document:
    """The names of what is in it, a line each; the documents themselves are read as captures of their own.

    Raises Unreadable (truncated, or malformed: a bomb). Archives within archives stay closed.
    """
    with _opened(capture) as archive:
        names = [_name(info) for info in archive.infolist() if not info.is_dir()]
        count = len(_documents(archive))
    reasons = (f"{count} documents, of which the first {MOST} are read",) if count > MOST else ()
    return document(capture, ZIP, normalize("\n".join(names)), reasons=reasons)


def members(capture: Capture) -> list[Link]:
    """A link for each document in the archive, in its order: the archive's id and the name within it.

    Its stamp of change is the checksum that the archive gives. Raises as `read` does.
    """
    assert capture.link is not None
    whole = capture.link
    with _opened(capture) as archive:
        found = _documents(archive)
    return [inside(whole, name, f"crc32:{info.CRC:08x}") for name, info in list(found.items())[:MOST]]


def member(capture: Capture, link: Link) -> Capture:
    """The document of that link as a capture of its own; no server gave it, so it has no headers of HTTP.

    Raises Unreadable where it has a password, or its bytes are not what the archive says of them.
    """
    assert capture.link is not None
    name = link.id.removeprefix(f"{capture.link.id}/")
    url = f"zip:{capture.url}!/{quote(name)}"
    with _opened(capture) as archive:
        info = _documents(archive)[name]
        if info.flag_bits & _ENCRYPTED:
            raise Unreadable(url, "expected an open document, came one with a password", "encrypted")
        if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise Unreadable(url, f"is packed by a method that is not known ({info.compress_type})")
        try:
            body = archive.open(info).read(LARGEST + 1)
        except (BadZipFile, EOFError, OSError, zlib.error) as error:
            raise Unreadable(url, f"its bytes are not what the archive says of them ({error})") from None
    if len(body) > LARGEST:
        raise Unreadable(url, f"expected a document of at most {LARGEST // 1_000_000} MB, came a larger one")
    kind = BY_NAME[PurePosixPath(name).suffix.lower()]
    return Capture(url, capture.fetched_at, 200, (("Content-Type", kind),), body, link)


@contextmanager
def _opened(capture: Capture) -> Iterator[ZipFile]:
    """The archive, within bounds. Safe in any process: members are counted before the directory is read."""
    count = count_members(capture.body)
    if count > MOST_MEMBERS:
        raise Unreadable(capture.url, f"expected an archive of documents, came one of {count} files")
    try:
        with ZipFile(BytesIO(capture.body)) as archive:
            size = sum(info.file_size for info in archive.infolist())
            if size > min(ALL, max(LARGEST, RATIO * len(capture.body))):
                raise Unreadable(capture.url, f"expected an archive of documents, came {size} bytes unpacked")
            yield archive
    except (BadZipFile, ValueError, NotImplementedError, EOFError, OSError) as error:
        reason = f"expected a zip archive, came {len(capture.body)} bytes of a torn one ({error})"
        raise Unreadable(capture.url, reason, "truncated") from None


def _documents(archive: ZipFile) -> dict[str, ZipInfo]:
    """What can be read, by name, each once, in the archive's order; pictures where they are few and alone."""
    found: dict[str, ZipInfo] = {}
    for info in archive.infolist():
        if not info.is_dir() and _is_document(name := _name(info)):
            found.setdefault(name, info)
    others = {name: info for name, info in found.items() if not name.lower().endswith(tuple(PICTURES))}
    return others if others or len(found) > MOST_PICTURES else found


def _is_document(name: str) -> bool:
    """Neither an archive, nor what systems and programs leave beside documents."""
    *folders, last = name.split("/")
    ending = PurePosixPath(last).suffix.lower()
    known = ending in BY_NAME and BY_NAME[ending] != ZIP
    return known and not last.startswith((".", "~$")) and "__MACOSX" not in folders


def _name(info: ZipInfo) -> str:
    """The member's name as whoever packed it saw it; no step of it leads out of the archive.

    >>> _name(ZipInfo("กำหนดการ.docx".encode("cp874").decode("cp437")))
    'กำหนดการ.docx'
    """
    name = info.filename
    if not info.flag_bits & _UTF8:
        name = decode(name.encode("cp437", "replace"))
    return "/".join(step for step in name.replace("\\", "/").split("/") if step not in ("", ".", ".."))
