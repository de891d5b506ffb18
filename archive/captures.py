"""The raw store: WARC 1.1 files, one gzip member a record, one file a site and month.

A record is written whole and fsynced before its row is, so a crash leaves a
torn member at the end of a file at worst. warcio reads such a tail without a
word and loses what is appended behind it: `mend` cuts it off first.
"""

from __future__ import annotations

import fcntl
import json
import os
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import IO, Any

from warcio.exceptions import ArchiveLoadFailed

from archive import warc
from archive.catalogue import room
from archive.warc import Original, Record
from extractors.errors import Unreadable
from extractors.records import Capture, Site

LIMIT = 1_000_000_000  # bytes, then the next file of the month begins


@contextmanager
def appending(folder: Path, site: Site, month: str, limit: int = LIMIT) -> Iterator[IO[bytes]]:
    """The file that takes the site's next record, locked against every other writer; `month` is "2026-11"."""
    n = 1
    while True:
        path = folder / f"{site.id}-{month}{f'-{n}' if n > 1 else ''}.warc.gz"
        with open(path, "ab", buffering=0) as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            end = file.seek(0, os.SEEK_END)
            if end < limit:
                if end == 0:
                    _begin(file, path, site)
                yield file
                return
        n += 1


def write(file: IO[bytes], capture: Capture, site: str, original: Original | None = None) -> Record:
    """The capture at the end of the file, on the disk when this returns; a revisit where `original` is given.

    Raises NoRoom, with the file as it was, where the disk is full.
    """
    capture = replace(warc.one_line(capture), record_id=warc.new_id())
    digest = original.sha256 if original else sha256(capture.body).hexdigest()
    written = warc.member(capture, site, digest, original)
    asked = warc.request_member(capture, capture.request, site) if capture.request else b""
    offset = _append(file, written + asked)
    refers_to = original.record_id if original else None
    return Record(capture, site, digest, len(capture.body), refers_to, offset, len(written))


def read(path: Path, offset: int, length: int) -> Record:
    """The record at that place. Raises Unreadable where there is none."""
    try:
        with open(path, "rb") as file:
            file.seek(offset)
            record = warc.parse(file.read(length), offset)
    except (OSError, zlib.error, ArchiveLoadFailed) as error:
        raise Unreadable(
            str(path), f"expected a record at {offset}, came {error}; run `prachum check`"
        ) from error
    if record is None:
        raise Unreadable(str(path), f"expected a capture at {offset}; run `prachum check`")
    return record


def records(path: Path, start: int = 0) -> Iterator[Record]:
    """Every capture from that offset to the last whole one."""
    for offset, packed in members(path, start):
        record = warc.parse(packed, offset)
        if record is not None:
            yield record


def members(path: Path, start: int = 0) -> Iterator[tuple[int, bytes]]:
    """Every whole gzip member with its offset, up to the end or to the first that is torn."""
    with open(path, "rb") as file:
        file.seek(start)
        inflate, held, chunk = zlib.decompressobj(31), bytearray(), b""
        while chunk := chunk or file.read(1 << 20):
            try:
                inflate.decompress(chunk)
            except zlib.error:
                return
            rest = inflate.unused_data
            held += chunk[: len(chunk) - len(rest)]
            chunk = rest
            if inflate.eof:
                yield start, bytes(held)
                start += len(held)
                inflate, held = zlib.decompressobj(31), bytearray()


def mend(path: Path, start: int) -> int:
    """Cuts a torn member off the end of the file, looking from `start` on; gives the number of bytes cut."""
    end = start
    for offset, packed in members(path, start):
        end = offset + len(packed)
    torn = path.stat().st_size - end
    if torn > 0:
        os.truncate(path, end)
    return max(torn, 0)


def site_entry(path: Path) -> dict[str, Any] | None:
    """The site's entry as it was when the file was begun; None where the file does not say."""
    for _, packed in members(path):
        for line in zlib.decompress(packed, 31).split(b"\r\n"):
            if line.startswith(b"prachum-site: "):
                entry: dict[str, Any] = json.loads(line.removeprefix(b"prachum-site: "))
                return entry
        break
    return None


def _begin(file: IO[bytes], path: Path, site: Site) -> None:
    _append(file, warc.info_member(path.name, site))
    handle = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(handle)  # the file's name, too, is on the disk
    finally:
        os.close(handle)


def _append(file: IO[bytes], data: bytes) -> int:
    offset = file.seek(0, os.SEEK_END)
    view = memoryview(data)
    try:
        with room(Path(file.name)):
            while view:
                view = view[file.write(view) :]
            os.fsync(file.fileno())
    except BaseException:
        os.ftruncate(file.fileno(), offset)
        raise
    return offset
