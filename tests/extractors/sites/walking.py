"""A kind's walk without a network: each address is answered from a table."""

from __future__ import annotations

import gzip
from collections.abc import Generator, Mapping
from typing import Any

from extractors.records import Capture

Body = str | bytes


def answered(url: str, body: Body, status: int = 200, media_type: str = "text/html") -> Capture:
    content = body.encode() if isinstance(body, str) else body
    return Capture(url, "2026-11-25T01:00:00Z", status, (("Content-Type", media_type),), content)


def walk(asking: Generator[str, Capture, Any], web: Mapping[str, Body]) -> tuple[list[str], Any]:
    """The addresses asked for, and what the walk returned; what the table lacks is answered with 404."""
    asked: list[str] = []
    try:
        url = next(asking)
        while True:
            asked.append(url)
            url = asking.send(answered(url, web[url]) if url in web else answered(url, "<h1>404</h1>", 404))
    except StopIteration as stop:
        return asked, stop.value


def packed(text: str) -> bytes:
    return gzip.compress(text.encode())
