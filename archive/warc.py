"""One record of WARC 1.1 (ISO 28500) as a gzip member: made of a capture, and read back as one."""

from __future__ import annotations

import json
import zlib
from base64 import b32decode, b32encode
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from http import HTTPStatus
from io import BytesIO
from typing import Any
from uuid import uuid4

from warcio.archiveiterator import ArchiveIterator

from archive.clock import now
from extractors.records import Capture, Link, Request, Site

PROFILE = "http://netpreserve.org/warc/1.1/revisit/"
CODED = ("content-encoding", "transfer-encoding", "content-length")
PHRASES = {status.value: status.phrase for status in HTTPStatus}
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


def new_id() -> str:
    return f"<urn:uuid:{uuid4()}>"


def member(capture: Capture, site: str, sha256_hex: str, original: Original | None = None) -> bytes:
    """The record of a capture that has an id, with its body's digest; a revisit where `original` is given."""
    named = _named(capture, site) | {"WARC-Payload-Digest": digest(sha256_hex)}
    head = _response(capture) if _is_http(capture) else b""
    if original is not None:
        return _member("revisit", named | _referring(capture, original), head)
    return _member("response" if _is_http(capture) else "resource", named, head + capture.body)


def request_member(capture: Capture, request: Request, site: str) -> bytes:
    """The record of the request that a capture answers; it follows that of the capture."""
    named = {
        "WARC-Record-ID": new_id(),
        "WARC-Target-URI": capture.url,
        "WARC-Date": capture.fetched_at,
        "WARC-Payload-Digest": digest(sha256(request.body).hexdigest()),
        "WARC-Concurrent-To": capture.record_id,
        "Content-Type": "application/http; msgtype=request",
        "Prachum-Site": site,
    }
    return _member("request", named, _head(request.line, request.headers) + request.body)


def info_member(file: str, site: Site) -> bytes:
    """The record that a file of that name begins with: who wrote it, and the site's entry at the time."""
    said = {"software": "Prachum", "format": "WARC File Format 1.1", "prachum-site": json.dumps(asdict(site))}
    named = {
        "WARC-Record-ID": new_id(),
        "WARC-Date": now(),
        "WARC-Filename": file,
        "Content-Type": "application/warc-fields",
    }
    return _member("warcinfo", named, _lines(said.items()).encode())


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


def digest(sha256_hex: str) -> str:
    """A digest as WARC writes it.

    >>> digest("00" * 32)[:15]
    'sha256:AAAAAAAA'
    """
    return f"sha256:{b32encode(bytes.fromhex(sha256_hex)).decode()}"


def link_json(link: Link) -> str:
    """A link in one line of ASCII, without its content and what it does not say."""
    said = {name: text for name, text in vars(link).items() if text is not None and name != "content"}
    return json.dumps(said)


def _member(kind: str, named: Mapping[str, str | None], block: bytes) -> bytes:
    """The record of that kind and of those WARC headers; None is one that it has not."""
    sized = {"WARC-Block-Digest": digest(sha256(block).hexdigest()), "Content-Length": str(len(block))}
    head = _lines((("WARC-Type", kind), *named.items(), *sized.items()))
    # In one piece: each call of zlib lets the other threads in.
    return zlib.compress(b"".join((b"WARC/1.1\r\n", head.encode(), b"\r\n", block, b"\r\n\r\n")), wbits=31)


def _lines(headers: Iterable[tuple[str, str | None]]) -> str:
    return "".join(f"{name}: {text}\r\n" for name, text in headers if text is not None)


def _head(first: str, headers: Iterable[tuple[str, str]]) -> bytes:
    """The head of a request or a response, its bytes as they came: http.client gives them as Latin-1."""
    return f"{first}\r\n{_lines(headers)}\r\n".encode("latin-1", "replace")


def _response(capture: Capture) -> bytes:
    """The head of the response, without a word of codings that the stored body has not."""
    coded = any(capture.header(name) for name in CODED[:2])
    headers = (
        (ORIGINAL + name if coded and name.lower() in CODED else name, text) for name, text in capture.headers
    )
    return _head(f"HTTP/1.1 {capture.status} {PHRASES.get(capture.status, '')}".strip(), headers)


def _referring(capture: Capture, original: Original) -> dict[str, str]:
    """What a revisit says besides: whose body it has, and why that is known."""
    not_modified = capture.status == HTTPStatus.NOT_MODIFIED
    return {
        "WARC-Profile": PROFILE + ("server-not-modified" if not_modified else "identical-payload-digest"),
        "WARC-Refers-To": original.record_id,
        "WARC-Refers-To-Target-URI": original.url,
        "WARC-Refers-To-Date": original.fetched_at,
    }


def _named(capture: Capture, site: str) -> dict[str, str | None]:
    """The WARC headers. Prachum-Headers holds what only an HTTP response has room for."""
    named = {
        "WARC-Record-ID": capture.record_id,
        "WARC-Target-URI": capture.url,
        "WARC-Date": capture.fetched_at,
        "WARC-Truncated": capture.truncated,
        "Prachum-Site": site,
        "Prachum-Link": link_json(capture.link) if capture.link else None,
        "Prachum-Listed-In": capture.listed_in,
        "Prachum-TLS": capture.tls,
        "Prachum-Answer": capture.answer,
    }
    if _is_http(capture):
        return named | {"Content-Type": "application/http; msgtype=response"}
    return named | {
        "Content-Type": capture.header("Content-Type") or "application/octet-stream",
        "Prachum-Status": str(capture.status),
        "Prachum-Headers": json.dumps(capture.headers),
    }


def _is_http(capture: Capture) -> bool:
    return capture.url.startswith(("http:", "https:"))


def _spoken(value: str) -> str:
    return value.encode("latin-1", "replace").decode("latin-1")


def _as_sent(kind: str, header: Any, block: bytes) -> tuple[int, tuple[tuple[str, str], ...], bytes]:
    """Status, headers under the names that the server gave them, and body."""
    if (stated := header("Prachum-Headers")) is not None:
        return int(header("Prachum-Status")), tuple((name, text) for name, text in json.loads(stated)), block
    head, _, body = block.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    pairs = (line.partition(": ") for line in lines)
    headers = tuple((name.removeprefix(ORIGINAL), text) for name, _, text in pairs)
    return int(first.split(" ")[1]), headers, body
