"""Old office files, by LibreOffice where it is installed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import ClassVar

import pytest

from extractors.child import converted, programs, read_safely
from extractors.errors import Unreadable
from extractors.formats import media
from extractors.formats.office import old
from extractors.records import NEEDS_OFFICE
from tests.extractors.formats import make_files
from tests.extractors.formats.made import SITE, capture

OLD = {"doc": media.DOC, "xls": media.XLS, "ppt": media.PPT}


def body(name: str) -> bytes:
    return (make_files.FILES / name).read_bytes()


@pytest.mark.needs("soffice")
@pytest.mark.parametrize("ending", OLD)
def test_reads_as_the_newer_one(ending: str) -> None:
    found = read_safely(capture(body(f"programme.{ending}")), SITE)
    newer = read_safely(capture(body(f"programme.{ending}x")), SITE)
    assert (found.text.replace("๒๔ มิถุนายน ๒๕๖๕", "24 มิถุนายน 2565"), found.media_type) == (
        newer.text,
        OLD[ending],
    )
    assert (len(found.rows), found.pages) == (len(newer.rows), newer.pages)


def test_without_libreoffice_it_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    found = old.read(capture(body("programme.doc")), SITE)
    assert (found.text, found.reasons, found.media_type) == ("", (NEEDS_OFFICE,), media.DOC)


@pytest.mark.needs("soffice")
def test_what_it_does_not_open_is_named() -> None:
    torn = body("programme.doc")[:4000]
    with pytest.raises(Unreadable, match="LibreOffice does not open it"):
        read_safely(capture(torn, url="http://a.example/programme.doc"), SITE)


class Listening(BaseHTTPRequestHandler):
    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_error(404)

    do_HEAD = do_OPTIONS = do_GET  # noqa: N815

    def log_message(self, *_: object) -> None: ...


@pytest.fixture
def port() -> Iterator[str]:
    """That of a server which writes down what it is asked for."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Listening) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield str(server.server_port)
        server.shutdown()


def linking_to(port: str) -> bytes:
    said = body("linked.doc")
    for coding in ("ascii", "utf-16-le"):
        said = said.replace("55555".encode(coding), port.encode(coding))
    return said


@pytest.mark.needs("soffice")
def test_a_file_makes_no_request(port: str) -> None:
    """LibreOffice fetches linked pictures while it converts: a beacon, and a way into the network."""
    assert make_files.FOOT in read_safely(capture(linking_to(port)), SITE).text
    assert Listening.asked == []


@pytest.mark.needs("soffice")
def test_the_server_of_that_test_would_have_heard_it(port: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(programs, "_OFFICE_SETTINGS", "")
    converted(linking_to(port), "doc", "docx", 60)
    assert "/picture.png" in Listening.asked


@pytest.mark.needs("soffice")
def test_nothing_is_left_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    converted(body("programme.doc"), "doc", "docx", 60)
    assert os.listdir(tmp_path) == []
