"""A response's body, bounded in bytes and seconds however it comes."""

from __future__ import annotations

import threading
from contextlib import suppress
from functools import partial

from urllib3 import BaseHTTPResponse
from urllib3.exceptions import HTTPError, ReadTimeoutError

from flows.deadlines import DEADLINES


def read_within(raw: BaseHTTPResponse, seconds: float, size: int) -> tuple[bytes, str | None]:
    """The decoded body and why it was cut short, if it was (WARC's word for it).

    `read1` gives what has come; any other read waits until its chunk is full.
    It still waits for ever where nothing comes of what a server drips: a gzip
    header, or the line that tells a chunk's length. So a clock hangs up.
    """
    over = threading.Event()
    body = bytearray()
    try:
        with DEADLINES.within(seconds, partial(_hang_up, raw, over)):
            while not over.is_set() and (chunk := raw.read1(65536, decode_content=True)):
                body += chunk
                if len(body) > size:
                    return bytes(body[:size]), "length"
    except ReadTimeoutError:
        return bytes(body), "time"
    except (HTTPError, OSError):
        return bytes(body), "time" if over.is_set() else "disconnect"
    return bytes(body), "time" if over.is_set() else None


def _hang_up(raw: BaseHTTPResponse, over: threading.Event) -> None:
    over.set()
    with suppress(OSError, RuntimeError, ValueError):  # it was read to its end just now
        raw.shutdown()
