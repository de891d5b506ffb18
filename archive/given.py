"""What people give by hand: files that no harvester may fetch, as captures that say who gave them.

Such a capture is a WARC `resource` record of the site `given`. What was said
with it stands in its headers, so that a rebuild has it too.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from urllib.parse import quote

from sqlite_utils import Database

from archive.catalogue import one
from extractors.formats.document import titled
from extractors.formats.media import BY_NAME, BYTES, HTML
from extractors.records import Capture, Link, Site

SITE = Site("given", "เอกสารที่ได้รับมอบ", "", "given")  # "documents that were given"
DIGITS = 16  # of the digest that names a file; 64 bits

# What is said with a file, as it stands in the capture's headers.
HEADERS = {"by": "Given-By", "source": "Given-Source", "name": "Given-Name"}


@dataclass(frozen=True)
class Given:
    """`by` gave the file that is called `name`, and had it from `source`."""

    by: str
    source: str
    name: str


def capture(given: Given, body: bytes, date: str, title: str | None, at: str) -> Capture:
    """The file as a capture; its id is made of its bytes, so that the same file is one document.

    `date` is the document's own day. Where no title is said, a name with Thai
    letters is one, and IMG_2231 is none.
    """
    digest = sha256(body).hexdigest()[:DIGITS]
    url = f"urn:given:{digest}/{quote(given.name)}"
    ending = given.name[given.name.rfind(".") :].lower()
    kind = BY_NAME.get(ending, BYTES)
    stem = given.name.rpartition(".")[0] or given.name
    named = titled(stem) if kind != HTML else None
    said = tuple((header, getattr(given, key)) for key, header in HEADERS.items())
    link = Link(f"{SITE.id}/{digest}", url, title=title or named, published=date)
    return Capture(url, at, 200, (("Content-Type", kind), *said), body, link)


def name(capture: Capture) -> str:
    """What the file was called."""
    return capture.header(HEADERS["name"]) or capture.url


def said(db: Database, id: str) -> dict[str, Any] | None:
    """Who gave a document: `by`, `source`, `name`, `at`; None for one that was harvested."""
    sql = "SELECT headers, fetched_at FROM capture WHERE document = ? AND site = ? ORDER BY id LIMIT 1"
    row = one(db, sql, [id, SITE.id])
    if row is None:
        return None
    headers = dict(json.loads(row["headers"]))
    return {key: headers.get(header, "") for key, header in HEADERS.items()} | {"at": row["fetched_at"]}
