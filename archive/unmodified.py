"""Asking only for what changed: what the archive holds of an address, and what becomes of a 304."""

from __future__ import annotations

import json
import re
from datetime import datetime, timedelta
from typing import Any

from sqlite_utils import Database

from archive.catalogue import one
from archive.clock import now, written
from archive.states import WHOLE
from archive.warc import Original

# So long is a server believed that says "not modified"; then it is asked for everything once,
# since some say it of whatever they are asked.
BELIEVED = timedelta(days=10)

# The newest whole answer of an address, unless another one than "not modified" came after it.
_HELD = f"""
    SELECT record_id, url, fetched_at, sha256, headers FROM capture AS held
    WHERE url = ?1 AND fetched_at >= ?2 AND {WHOLE}
        AND revisit_of IS NULL AND size > 0 AND NOT EXISTS (
            SELECT 1 FROM capture WHERE url = ?1 AND id > held.id AND status <> 304)
    ORDER BY id DESC LIMIT 1"""


def validators(db: Database, url: str) -> dict[str, str]:
    """The request headers that spare a server its answer; none where the address has to be asked in full.

    Without the marks that proxies put on an ETag when they pack the answer
    (`W/"…"`, `"…-gzip"`): sent back with these, WordPress and Apache do not know it any more.
    """
    held = _held(db, url)
    if held is None:
        return {}
    said = {name.lower(): text for name, text in json.loads(held["headers"])}
    sent = {"If-Modified-Since": said.get("last-modified"), "If-None-Match": _own(said.get("etag"))}
    return {name: text for name, text in sent.items() if text}


def confirmed(db: Database, url: str) -> Original | None:
    """The kept answer that a "not modified" stands for; None where nobody asked whether it still holds."""
    held = _held(db, url)
    return Original(*(held[name] for name in ("record_id", "url", "fetched_at", "sha256"))) if held else None


def _held(db: Database, url: str) -> dict[str, Any] | None:
    since = datetime.fromisoformat(now()) - BELIEVED
    return one(db, _HELD, [url, written(since)])


def _own(etag: str | None) -> str | None:
    """
    >>> _own('W/"abc"'), _own('"abc-gzip"'), _own("abc")
    ('"abc"', '"abc"', 'abc')
    """
    packed = re.fullmatch(r'(?:W/)?"(.*?)(?:-gzip)?"', etag or "")
    return f'"{packed[1]}"' if packed else etag
