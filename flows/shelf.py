"""A folder in the place of the web: its files as captures, kept like every other before they are read."""

from __future__ import annotations

import gzip
import os
import tempfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import IO

from extractors.errors import Gone, HostDown, TryAgain, Unreadable
from extractors.records import Capture, Link, Site
from extractors.sites import folder

SIZE = 100_000_000  # bytes of a file, and of a line


@dataclass(frozen=True)
class _Place:
    """Where a document lies: `read` gives its bytes, `address` is a file: URL."""

    address: str
    media_type: str
    read: Callable[[], bytes]


class Shelf:
    """Gives the captures of one folder, as Fetcher gives those of one host.

    The lines of .jsonl files are laid into a temporary file when the folder is
    listed, since a packed one cannot be read from its middle. `requests` stays
    0: nobody is asked.
    """

    def __init__(self, site: Site, record: Callable[[Capture], Capture], size: int = SIZE) -> None:
        self.site = site
        self.requests = 0
        self.bytes = 0
        self._record = record
        self._size = size
        self._places: dict[str, _Place] = {}
        self._lines: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - open as long as the shelf

    def get(self, url: str, link: Link | None = None, listed_in: str | None = None) -> Capture:
        """The folder's manifest, or the document that the link names, kept.

        Raises HostDown where the folder is not there, Gone where the document
        is no longer in it, Unreadable where its bytes are not to be had.
        """
        if link is None:
            return self._record(self._list(Path(url)))
        place = self._places.get(link.id)
        if place is None:
            raise Gone(link.url, f"it is no longer in {self.site.url}")
        try:
            body = place.read()
        except OSError as error:
            raise TryAgain(
                place.address, f"cannot be read ({error.strerror}); the next run tries again"
            ) from None
        self.bytes += len(body)
        capture = replace(_capture(place.address, place.media_type, body), link=link, listed_in=listed_in)
        if len(body) > self._size:
            self._record(replace(capture, body=body[: self._size], truncated="length"))
            size = self._size // 1_000_000
            raise Unreadable(place.address, f"larger than {size} MB; its beginning is kept", "truncated")
        return self._record(capture)

    def _list(self, root: Path) -> Capture:
        if not root.exists():
            raise HostDown(str(root), "expected a folder here, found none; is the disk or share connected?")
        entries, places = [], []
        for entry, place in self._documents(root):
            entries.append(entry)
            places.append(place)
        manifest = _capture(root.absolute().as_uri(), folder.MANIFEST, b"".join(entries))
        listed = folder.links(manifest, self.site)
        self._places |= {link.id: place for link, place in zip(listed, places, strict=True)}
        return manifest

    def _documents(self, root: Path) -> Iterator[tuple[bytes, _Place]]:
        """Each document's line of the manifest and its place, in the order of the paths."""
        for path in _files(root):
            name = path.relative_to(root).as_posix() if path != root else path.name
            address = path.absolute().as_uri()
            if path.name.lower().endswith(folder.LINES):
                yield from self._of_lines(path, name, address)
                continue
            changed = datetime.fromtimestamp(path.stat().st_mtime, UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
            reads = partial(_beginning, path, self._size + 1)
            yield folder.of_file(name, address, changed), _Place(address, folder.media_type(name), reads)

    def _of_lines(self, path: Path, name: str, address: str) -> Iterator[tuple[bytes, _Place]]:
        opened = gzip.open if path.name.lower().endswith(".gz") else open
        n = 0
        try:
            with opened(path, "rb") as file:
                while line := file.readline(self._size):
                    n += 1
                    if line.strip() and not folder.is_foreign(line):
                        offset = self._lines.seek(0, os.SEEK_END)
                        self._lines.write(line)
                        reads = partial(self._text, offset, len(line), f"{address}#{n}")
                        place = _Place(f"{address}#{n}", "text/plain; charset=utf-8", reads)
                        yield folder.of_line(name, address, n, line), place
        except (OSError, EOFError, zlib.error) as error:
            broken = partial(_broken, address, f"can be read up to line {n} only: {error}")
            yield folder.of_line(name, address, n + 1, b""), _Place(address, "text/plain", broken)

    def _text(self, offset: int, length: int, address: str) -> bytes:
        self._lines.seek(offset)
        return folder.text_of(self._lines.read(length), address)


def _files(root: Path) -> Iterator[Path]:
    """The documents below the folder, sorted; a link that leads out of it is not followed."""
    if root.is_file():
        yield root
        return
    inside = root.resolve()
    for place, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(filter(folder.is_document, names)):
            path = Path(place, name)
            if path.is_file() and path.resolve().is_relative_to(inside):
                yield path


def _capture(url: str, media_type: str, body: bytes) -> Capture:
    moment = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    return Capture(url, moment, 200, (("Content-Type", media_type),), body)


def _beginning(path: Path, size: int) -> bytes:
    with open(path, "rb") as file:
        return file.read(size)


def _broken(address: str, why: str) -> bytes:
    raise Unreadable(address, why)
