"""The index of WARC files that replay tools search: CDXJ, and its form in packed blocks (ZipNum).

Written by ourselves: the library that makes sort keys of addresses (surt) is
under the AGPL, and asks name servers about some hosts.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator, Sequence
from urllib.parse import quote, unquote, urlsplit

from archive.warc import Record, digest

LINES = 1000  # of a block
_PORTS = {"http": 80, "https": 443}
_SAFE = "!\"$&'()*+,-./:;<=>?@[\\]^_`{|}~"  # what stands unescaped in a sort key
_SESSION = re.compile(r"(?:jsessionid|phpsessid|sid)=[0-9a-z]{32}|aspsessionid\w{8}=[a-z]{24}")


def line(record: Record, file: str, offset: int, length: int) -> str:
    """The line of a record that lies in that WARC file at that offset."""
    capture = record.capture
    kind = "warc/revisit" if record.refers_to else capture.header("Content-Type") or ""
    said = {
        "url": capture.url,
        "mime": re.split(r"[;\s]", kind, maxsplit=1)[0] or "application/octet-stream",
        "status": str(capture.status),
        "digest": digest(record.sha256),
        "length": str(length),
        "offset": str(offset),
        "filename": file,
    }
    moment = re.sub(r"\D", "", capture.fetched_at)[:14]
    return f"{sort_key(capture.url)} {moment} {json.dumps(said)}\n"


def sort_key(url: str) -> str:
    """The address turned round (SURT), so that the pages of one office stand together.

    >>> sort_key("https://www.obec.go.th/archives/268717/"), sort_key("http://a.th:8000/News?b=2&a=1")
    ('th,go,obec)/archives/268717', 'th,a:8000)/news?a=1&b=2')
    """
    parts = urlsplit(url)
    if not parts.hostname:
        return url.lower()
    host = ",".join(reversed(re.sub(r"^www\d*\.", "", parts.hostname).split(".")))
    port = f":{parts.port}" if parts.port and parts.port != _PORTS.get(parts.scheme) else ""
    path = _escaped(re.sub(r"/{2,}", "/", parts.path)).rstrip("/") or "/"
    pairs = sorted(pair for pair in _escaped(parts.query).split("&") if pair and not _SESSION.fullmatch(pair))
    return f"{host}{port}){path}" + (f"?{'&'.join(pairs)}" if pairs else "")


def packed(lines: Sequence[str], name: str) -> Iterator[tuple[bytes, str]]:
    """Blocks of the sorted lines, each with its line in the index of blocks; before the first a heading."""
    offset = 0
    heading = f"!meta 0 {json.dumps({'format': 'cdxj-gzip-1.0', 'filename': name})}\n"
    for n in range(0, len(lines), LINES):
        block = lines[n : n + LINES]
        data = gzip.compress("".join(block).encode(), mtime=0)
        key = block[0].partition("{")[0]
        yield data, f"{heading}{key}{json.dumps({'offset': offset, 'length': len(data)})}\n"
        heading, offset = "", offset + len(data)


def _escaped(text: str) -> str:
    return quote(unquote(text, "latin-1"), _SAFE, "latin-1").lower()
