"""Reading hostile bytes in a process of its own, and the only rooms that start processes.

A `server` has the readers loaded and forks one child a document, so that fifty
documents pay one start of Python, and nothing of one document is left when the
next is read. The child has limits on memory, CPU and files, a deadline, and a
temporary folder for HOME; the `programs` that it runs have the same, and their
time together is bounded. The server is started by subprocess, since the
daemonic workers of Dask may not use multiprocessing; it ends when its pipe
does, and its child with it.

    read_safely ──Capture, Site──> server ──fork──> child ──Document as JSON──> server ──> read_safely

The child has touched the hostile bytes: what comes from it is JSON, never a pickle.
"""

from __future__ import annotations

import atexit
import json
import os
import pickle
import subprocess
import sys
import time
from contextlib import suppress
from typing import Any

from extractors import errors
from extractors.child.pipes import receive, send
from extractors.child.programs import TIME, converted, run
from extractors.errors import PrachumError, Unreadable
from extractors.formats.media import HTML, PLAIN, media_type
from extractors.output import official_from_json
from extractors.records import Capture, Document, Link, Site

__all__ = ["MEMORY", "SECONDS", "converted", "read_safely", "run"]

SECONDS = 60.0  # of CPU, that a document may take
MEMORY = 1_500_000_000  # bytes of address space, of which the loaded readers take some 300 MB
SMALL = 1_000_000  # bytes; text and pages up to here are read in this process
_GRACE = 30.0  # seconds beyond the deadline after which the server itself is given up


def read_safely(capture: Capture, site: Site, seconds: float = SECONDS, memory: int = MEMORY) -> Document:
    """`read_document`, whatever the bytes do. May be called from several threads.

    Raises what `read_document` raises, and Unreadable with the status oom or
    timeout where the child ran out of memory or time.
    """
    from extractors.read import read_document  # which has readers that need `run`

    if media_type(capture) in (HTML, PLAIN) and len(capture.body) <= SMALL:
        return read_document(capture, site)
    server = _take()
    try:
        question = pickle.dumps((capture, site, seconds, memory))
        answer = json.loads(server.ask(question, seconds + TIME + _GRACE))
    except (OSError, ValueError):
        server.close()
        raise Unreadable(capture.url, "the reading process went away; `prachum reread` tries again") from None
    _idle.append(server)
    if "document" in answer:
        return _document(answer["document"])
    raise _error(capture.url, **answer)


class _Server:
    """One server and the pipes to it; asked one thing at a time."""

    def __init__(self) -> None:
        self.owner = os.getpid()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "extractors.child.server"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,  # Ctrl-C is for the run alone, which then closes the pipe
        )

    def ask(self, question: bytes, seconds: float) -> bytes:
        """The answer; OSError where none comes in that time."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        deadline = time.monotonic() + seconds
        send(self.process.stdin.fileno(), question)
        return receive(self.process.stdout.fileno(), deadline)

    def close(self) -> None:
        with suppress(OSError):
            self.process.kill()
        self.process.communicate()


_idle: list[_Server] = []  # append and pop are atomic, so that threads may share it


def _take() -> _Server:
    """An idle server of this process (not of one that it was forked from), else a new one."""
    while _idle:
        server = _idle.pop()
        if server.owner == os.getpid() and server.process.poll() is None:
            return server
    return _Server()


@atexit.register
def _close_idle() -> None:
    while _idle:
        server = _idle.pop()
        if server.owner == os.getpid():
            server.close()


def _document(said: dict[str, Any]) -> Document:
    """The Document from its JSON, in which tuples have become lists."""
    said["reasons"], said["pages"] = tuple(said["reasons"]), tuple(said["pages"])
    for name in ("running", "scanned"):
        said[name] = tuple((start, end) for start, end in said[name])
    said["judged"] = tuple((quality, tuple(reasons)) for quality, reasons in said["judged"])
    said["links"] = tuple(Link(**link) for link in said["links"])
    said["rows"] = tuple(tuple((start, end) for start, end in row) for row in said["rows"])
    said["official"] = official_from_json(said["official"]) if said["official"] else None
    return Document(**said)


def _error(asked: str, error: str, url: str, reason: str, status: str) -> PrachumError:
    if error == "Unreadable":
        return Unreadable(url or asked, reason, status)
    kind: type[PrachumError] = getattr(errors, error)
    return kind(url or asked, reason)
