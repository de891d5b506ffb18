"""A folder on this machine: its files, and the lines of its .jsonl files, each of them a document.

Whoever opens the folder (flows/shelf.py) writes a manifest of it, a JSON
object a line, made by the two functions `of_file` and `of_line`.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

from extractors.errors import LayoutChanged, Unreadable
from extractors.formats.media import BY_NAME
from extractors.records import Capture, Link, Site
from extractors.sites.feed import Walk
from extractors.sites.stamps import day, moment

LISTS_ALL = True
MANIFEST = "application/x-ndjson"
LINES = (".jsonl", ".jsonl.gz")  # one document a line, an object of these keys
KEYS = {"id", "url", "title", "published", "text"}


def discover(site: Site, since: str | None) -> Walk:
    """Ask for the folder's manifest."""
    capture = yield site.url
    listed = capture.body.count(b"\n")
    if not listed:
        raise LayoutChanged(
            site.url, f"expected documents ({', '.join((*BY_NAME, *LINES))}) in this folder, it holds none"
        )
    return listed


def links(capture: Capture, site: Site) -> tuple[Link, ...]:
    """A link for each line of the manifest, in its order."""
    if (capture.header("Content-Type") or "") != MANIFEST:
        return ()
    return tuple(_link(json.loads(line), site) for line in capture.body.splitlines())


def is_document(name: str) -> bool:
    """Whether a file of that name holds a document, or some; hidden files and locks of Word's do not.

    >>> [is_document(name) for name in ("ประกาศ.PDF", "corpus.jsonl.gz", ".DS_Store", "~$รายงาน.docx")]
    [True, True, False, False]
    """
    lower = name.lower()
    return not name.startswith((".", "~$")) and lower.endswith((*BY_NAME, *LINES))


def media_type(name: str) -> str:
    """The media type that the name's ending tells."""
    return next(kind for ending, kind in BY_NAME.items() if name.lower().endswith(ending))


def of_file(path: str, address: str, modified: str) -> bytes:
    """The manifest's line for a file; `path` is relative to the folder, with "/"."""
    return _line({"id": path, "url": address, "modified": modified})


def is_foreign(line: bytes) -> bool:
    """Whether a line is an object of other things than documents: a query, a heading of the file.

    >>> is_foreign(b'{"q": "a", "targets": []}'), is_foreign(b'{"id": 1}'), is_foreign(b"oops")
    (True, False, False)
    """
    said = _parsed(line)
    return said is not None and not said.keys() & KEYS


def of_line(path: str, address: str, n: int, line: bytes) -> bytes:
    """The manifest's line for line `n` (from 1) of a .jsonl file, also where it is no document.

    Its stamp is its digest, so that a line added to a file makes no other one new.
    """
    said = _parsed(line) or {}
    name = str(said.get("id") or f"{path}#{n}")
    url = str(said.get("url") or "")
    published = str(said.get("published") or "")
    return _line(
        {
            "id": name,
            "url": url if urlsplit(url).scheme in ("http", "https") else f"{address}#{n}",
            "title": str(said["title"]) if said.get("title") else None,
            "published": moment(published) or day(published),
            "modified": f"sha256:{sha256(line).hexdigest()[:32]}",
        }
    )


def text_of(line: bytes, place: str) -> bytes:
    """The text of a line's document; raises Unreadable, with `place`, where there is none."""
    said = _parsed(line)
    if said is None:
        raise Unreadable(place, f"expected a JSON object with id and text, came {line[:60]!r}")
    if not isinstance(said.get("text"), str) or not said["text"].strip():
        raise Unreadable(place, f"expected a text in its key 'text', it has {', '.join(said) or 'no key'}")
    return str(said["text"]).encode("utf-8", "replace")


def _parsed(line: bytes) -> dict[str, Any] | None:
    try:
        said = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return said if isinstance(said, dict) else None


def _line(entry: dict[str, str | None]) -> bytes:
    return json.dumps(entry, ensure_ascii=False).encode("utf-8", "replace") + b"\n"


def _link(entry: dict[str, Any], site: Site) -> Link:
    return Link(**{**entry, "id": f"{site.id}/{entry['id']}"})
