"""WACZ 1.1.1: everything that was fetched or given in one file, which replay tools open without Prachum.

WARC files with what is withheld left out, a CDXJ index of them, and the list
of pages; each with its digest in datapackage.json. Laid out by ourselves: the
package that does it (wacz) brings fifty others with it; the tests have it
check what is written here.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from archive import captures, keeping, warc
from archive.catalogue import room, rows
from archive.clock import now
from archive.export import cdxj
from archive.folder import CAPTURES
from archive.store import Archive
from archive.withheld import Withheld, withheld

NAME = "prachum.wacz"
VERSION = "1.1.1"
INDEX = "index.cdx.gz"


def write(archive: Archive, folder: Path) -> list[Path]:
    """One file, prachum.wacz, whole or not at all."""
    path, made = folder / NAME, folder / f"{NAME}.new"
    try:
        with room(path), ZipFile(made, "w") as file:
            _fill(_Package(file, now()), archive)
        os.replace(made, path)
    finally:
        made.unlink(missing_ok=True)
    return [path]


@dataclass
class _Package:
    """The ZIP file, and what was put into it so far: the `resources` of a Data Package."""

    file: ZipFile
    created: str
    resources: list[dict[str, Any]] = field(default_factory=list)

    def put(self, path: str, parts: Iterable[bytes], packed: bool = False) -> None:
        """A member; `packed`: its bytes are compressed, and replay tools read them where they lie."""
        digest, size = sha256(), 0
        with self.file.open(self._info(path, packed), "w", force_zip64=True) as member:
            for part in parts:
                member.write(part)
                digest.update(part)
                size += len(part)
        said = {"name": path.rpartition("/")[2], "path": path}
        self.resources.append({**said, "hash": f"sha256:{digest.hexdigest()}", "bytes": size})

    def close(self, title: str) -> None:
        """Its description, and the digest of that."""
        said = {
            "profile": "data-package",
            "wacz_version": VERSION,
            "title": title,
            "created": self.created,
            "software": "Prachum",
            "resources": self.resources,
        }
        described = json.dumps(said, ensure_ascii=False, indent=2).encode()
        digest = {"path": "datapackage.json", "hash": f"sha256:{sha256(described).hexdigest()}"}
        self.put("datapackage.json", [described])
        self.put("datapackage-digest.json", [json.dumps(digest).encode()])

    def _info(self, path: str, packed: bool) -> ZipInfo:
        year, month, day = (int(number) for number in self.created[:10].split("-"))
        info = ZipInfo(path, (year, month, day, 0, 0, 0))
        info.compress_type = ZIP_STORED if packed else ZIP_DEFLATED
        info.external_attr = 0o644 << 16
        return info


def _fill(package: _Package, archive: Archive) -> None:
    out = withheld(archive.db, archive.folder)
    lines: list[str] = []
    for path in sorted((archive.folder / CAPTURES).glob("*.warc.gz")):
        package.put(f"archive/{path.name}", _records(archive, path, out, lines), packed=True)
    blocks = list(cdxj.packed(sorted(lines), INDEX))
    package.put(f"indexes/{INDEX}", (block for block, _ in blocks), packed=True)
    package.put("indexes/index.idx", (line.encode() for _, line in blocks))
    package.put("pages/pages.jsonl", _pages(archive))
    package.close("คลังประชุม")


def _records(archive: Archive, path: Path, out: Withheld, lines: list[str]) -> Iterator[bytes]:
    """The file's gzip members without those withheld; adds the index line of each to `lines`."""
    end = 0
    for offset, member in captures.members(path):
        place = path.name, offset
        if place in out.places:
            continue
        record = warc.parse(member, offset)
        if record is None and warc.asked_site(member) in out.sites:
            continue
        if record is not None and place in out.orphans:
            whole = keeping.load(archive.db, archive.folder, out.orphans[place])
            member = warc.member(whole, record.site, record.sha256)
            record = warc.parse(member, offset)
        if record is not None:
            lines.append(cdxj.line(record, path.name, end, len(member)))
        end += len(member)
        yield member


def _pages(archive: Archive) -> Iterator[bytes]:
    """The pages that one begins to read at: where each lay when its current text was fetched."""
    yield b'{"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}\n'
    sql = """
        SELECT document.id, capture.url, fetched_at AS ts, document.title FROM document
        JOIN version ON version.id = document.version JOIN capture ON capture.id = version.capture
        WHERE document.kind = 'page' ORDER BY document.published DESC, document.id"""
    for row in rows(archive.db, sql):
        row["title"] = row["title"] or row["id"]
        yield json.dumps(row, ensure_ascii=False).encode() + b"\n"
