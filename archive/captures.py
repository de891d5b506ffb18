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
from base64 import b32decode, b32encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from typing import IO, Any
from uuid import uuid4

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from archive.catalogue import room
from extractors.errors import Unreadable
from extractors.records import Capture, Link, Request, Site

LIMIT = 1_000_000_000  # bytes, then the next file of the month begins
CODED = ("content-encoding", "transfer-encoding", "content-length")
NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
ORIGINAL = "X-Archive-Orig-"  # what replay tools call a header that no longer fits the stored body


@dataclass(frozen=True)
class Original:
    """A kept response whose body a revisit need not repeat."""

    record_id: str
    url: str
    fetched_at: str
    sha256: str  # of the body


@dataclass(frozen=True)
class Record:
    """A record of a capture, read back. A revisit has no body of its own: the record `refers_to` has it."""

    capture: Capture
    site: str
    sha256: str  # of the body, also for a revisit
    size: int  # of the body, of a revisit 0
    refers_to: str | None
    offset: int
    length: int


class _Headers(StatusAndHeaders):  # type: ignore[misc]
    """HTTP headers as bytes came: warcio itself would percent-encode Thai in them."""

    def compute_headers_buffer(self, header_filter: Any = None) -> None:
        self.headers_buff = self.to_str().encode("latin-1", "replace") + b"\r\n"


@contextmanager
def appending(folder: Path, site: Site, month: str, limit: int = LIMIT) -> Iterator[IO[bytes]]:
    """The file that takes the site's next record, locked against every other writer; `month` is "2026-11"."""
    folder.mkdir(parents=True, exist_ok=True)
    n = 1
    while True:
        path = folder / f"{site.id}-{month}{f'-{n}' if n > 1 else ''}.warc.gz"
        with open(path, "ab", buffering=0) as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            if file.seek(0, os.SEEK_END) < limit:
                if file.tell() == 0:
                    _begin(file, path, site)
                yield file
                return
        n += 1


def write(file: IO[bytes], capture: Capture, site: str, original: Original | None = None) -> Record:
    """The capture at the end of the file, on the disk when this returns; a revisit where `original` is given.

    Raises NoRoom, with the file as it was, where the disk is full.
    """
    capture = replace(one_line(capture), record_id=f"<urn:uuid:{uuid4()}>")
    written = member(capture, site, original)
    asked = request_member(capture, capture.request, site) if capture.request else b""
    offset = _append(file, written + asked)
    digest = original.sha256 if original else sha256(capture.body).hexdigest()
    refers_to = original.record_id if original else None
    return Record(capture, site, digest, len(capture.body), refers_to, offset, len(written))


def member(capture: Capture, site: str, original: Original | None = None) -> bytes:
    """The gzip member that a capture with a record id is written as."""
    out = BytesIO()
    writer = WARCWriter(out, gzip=True, warc_version="1.1")
    writer.write_record(_record(writer, capture, site, original))
    return out.getvalue()


def request_member(capture: Capture, request: Request, site: str) -> bytes:
    """The gzip member of the request that a capture answers; it follows that of the capture."""
    out = BytesIO()
    writer = WARCWriter(out, gzip=True, warc_version="1.1")
    named = {
        "WARC-Date": capture.fetched_at,
        "WARC-Concurrent-To": capture.record_id,
        "Prachum-Site": site,
    }
    record = writer.create_warc_record(
        capture.url,
        "request",
        payload=BytesIO(request.body),
        length=len(request.body),
        http_headers=_Headers(request.line, list(request.headers), is_http_request=True),
        warc_headers_dict=named,
    )
    writer.write_record(record)
    return out.getvalue()


def asked_site(packed: bytes) -> str | None:
    """The site that the request in a member was sent to; None for a member of another kind."""
    head = zlib.decompress(packed, 31).partition(b"\r\n\r\n")[0].decode("utf-8", "replace")
    named = dict(line.partition(": ")[::2] for line in head.split("\r\n"))
    return named.get("Prachum-Site") if named.get("WARC-Type") == "request" else None


def one_line(capture: Capture) -> Capture:
    """The capture without what a line of a WARC record cannot hold: folded headers, blanks in the URL.

    The headers of HTTP are Latin-1; those of other captures are ours, and stand in JSON.
    """
    spoken = _spoken if _is_http(capture) else str
    headers = tuple(
        (" ".join(name.split()), spoken(" ".join(value.splitlines()))) for name, value in capture.headers
    )
    url = "".join(
        f"%{ord(letter):02X}" if letter <= " " or letter == "\x7f" else letter for letter in capture.url
    )
    return replace(capture, url=url, headers=headers)


def _spoken(value: str) -> str:
    return value.encode("latin-1", "replace").decode("latin-1")


def read(path: Path, offset: int, length: int) -> Record:
    """The record at that place. Raises Unreadable where there is none."""
    try:
        with open(path, "rb") as file:
            file.seek(offset)
            record = parse(file.read(length), offset)
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
        record = parse(packed, offset)
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
    out = BytesIO()
    writer = WARCWriter(out, gzip=True, warc_version="1.1")
    said = {"software": "Prachum", "format": "WARC File Format 1.1", "prachum-site": json.dumps(asdict(site))}
    writer.write_record(writer.create_warcinfo_record(path.name, said))
    _append(file, out.getvalue())
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


def _record(writer: WARCWriter, capture: Capture, site: str, original: Original | None) -> Any:
    named = _named(capture, site)
    http = _http(capture) if _is_http(capture) else None
    if original is not None:
        named["WARC-Refers-To"] = original.record_id
        del named["WARC-Payload-Digest"]
        digest = payload_digest(original.sha256)
        record = writer.create_revisit_record(
            capture.url, digest, original.url, original.fetched_at, http_headers=http, warc_headers_dict=named
        )
        if capture.status == HTTPStatus.NOT_MODIFIED:
            record.rec_headers.replace_header("WARC-Profile", NOT_MODIFIED)
        return record
    return writer.create_warc_record(
        capture.url,
        "response" if http else "resource",
        payload=BytesIO(capture.body),
        length=len(capture.body),
        warc_content_type="" if http else capture.header("Content-Type") or "application/octet-stream",
        http_headers=http,
        warc_headers_dict=named,
    )


def _named(capture: Capture, site: str) -> dict[str, str]:
    """The WARC headers. Prachum-Headers holds what only an HTTP response has room for."""
    named = {
        "WARC-Record-ID": capture.record_id,
        "WARC-Date": capture.fetched_at,
        "WARC-Payload-Digest": payload_digest(sha256(capture.body).hexdigest()),
        "WARC-Truncated": capture.truncated,
        "Prachum-Site": site,
        "Prachum-Link": link_json(capture.link) if capture.link else None,
        "Prachum-Listed-In": capture.listed_in,
        "Prachum-TLS": capture.tls,
        "Prachum-Answer": capture.answer,
    }
    if not _is_http(capture):
        named["Prachum-Status"] = str(capture.status)
        named["Prachum-Headers"] = json.dumps(capture.headers)
    return {name: value for name, value in named.items() if value is not None}


def payload_digest(sha256_hex: str) -> str:
    """A body's digest as WARC writes it.

    >>> payload_digest("00" * 32)[:15]
    'sha256:AAAAAAAA'
    """
    return f"sha256:{b32encode(bytes.fromhex(sha256_hex)).decode()}"


def _is_http(capture: Capture) -> bool:
    return capture.url.startswith(("http:", "https:"))


def _http(capture: Capture) -> StatusAndHeaders:
    phrase = HTTPStatus(capture.status).phrase if capture.status in set(HTTPStatus) else ""
    coded = any(capture.header(name) for name in CODED[:2])
    headers = [
        (ORIGINAL + name if coded and name.lower() in CODED else name, value)
        for name, value in capture.headers
    ]
    return _Headers(f"{capture.status} {phrase}".strip(), headers, protocol="HTTP/1.1")


def parse(packed: bytes, offset: int) -> Record | None:
    """The capture in a member; None for a warcinfo, a request or a tombstone."""
    record = next(iter(ArchiveIterator(BytesIO(zlib.decompress(packed, 31)), no_record_parse=True)))
    if record.rec_type not in ("response", "revisit", "resource"):
        return None
    block = record.raw_stream.read()
    header = record.rec_headers.get_header
    status, headers, body = _as_sent(record.rec_type, header, block)
    link = header("Prachum-Link")
    capture = Capture(
        url=header("WARC-Target-URI"),
        fetched_at=header("WARC-Date"),
        status=status,
        headers=headers,
        body=body,
        link=Link(**json.loads(link)) if link else None,
        truncated=header("WARC-Truncated"),
        tls=header("Prachum-TLS"),
        answer=header("Prachum-Answer"),
        record_id=header("WARC-Record-ID"),
        listed_in=header("Prachum-Listed-In"),
    )
    digest = b32decode(header("WARC-Payload-Digest").partition(":")[2]).hex()
    refers_to = header("WARC-Refers-To")
    return Record(capture, header("Prachum-Site"), digest, len(body), refers_to, offset, len(packed))


def _as_sent(kind: str, header: Any, block: bytes) -> tuple[int, tuple[tuple[str, str], ...], bytes]:
    """Status, headers under the names that the server gave them, and body."""
    if (stated := header("Prachum-Headers")) is not None:
        return int(header("Prachum-Status")), tuple((name, text) for name, text in json.loads(stated)), block
    head, _, body = block.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    pairs = (line.partition(": ") for line in lines)
    headers = tuple((name.removeprefix(ORIGINAL), text) for name, _, text in pairs)
    return int(first.split(" ")[1]), headers, body


def link_json(link: Link) -> str:
    """A link in one line of ASCII, without its content and what it does not say."""
    said = {name: text for name, text in vars(link).items() if text is not None and name != "content"}
    return json.dumps(said)
