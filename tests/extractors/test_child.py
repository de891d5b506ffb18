"""The reading child: what a document costs is bounded, and the parent survives all of it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import zlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from extractors import child
from extractors.child import read_safely, run
from extractors.errors import LayoutChanged, UnknownFormat, Unreadable
from tests.extractors.formats.made import SITE, capture, file, pdf
from tests.extractors.formats.made import run as letters

SOUND = pdf([letters("ประชุมวิชาการ", 50, 700)])
BIG = ("<p>ประชุม</p>" * 60_000).encode()


def hostile(font: str = "", content: str = "", more: str = "") -> bytes:
    """A one-page PDF with that descendant font and that content stream."""
    return file(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]"
            f" /Resources << /Font << /F 5 0 R >> {more} >> /Contents 4 0 R >>",
            f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
            "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [6 0 R] >>",
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X"
            f" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> {font} >>",
        ]
    )


def bomb(size: int) -> bytes:
    packed = zlib.compress(b" " * size, 9).decode("latin-1")
    stream = f"<< /Filter /FlateDecode /Length {len(packed)} >>\nstream\n{packed}\nendstream"
    return file(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
            stream,
        ]
    )


SHOW = "BT /F 12 Tf 50 700 Td <00010002> Tj ET"
HOSTILE = {
    "a width for each of 2,000,000,000 glyphs, in 900 bytes": hostile("/W [0 2000000000 500]", SHOW),
    "400 MB of blanks in 400 kB": bomb(400_000_000),
    "a million letters one by one": hostile(content="BT /F 12 Tf " + "<0001> Tj " * 1_000_000 + "ET"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_bomb_ends_as_a_status(name: str) -> None:
    with pytest.raises(Unreadable) as raised:
        read_safely(capture(HOSTILE[name]), SITE, seconds=3, memory=400_000_000)
    assert raised.value.status in ("oom", "timeout")
    assert read_safely(capture(SOUND), SITE).text == "ประชุมวิชาการ"


@pytest.mark.parametrize("cut", [0.2, 0.5, 0.95])
def test_a_torn_file_is_named(cut: float) -> None:
    with pytest.raises(Unreadable) as raised:
        read_safely(capture(SOUND[: int(len(SOUND) * cut)]), SITE)
    assert raised.value.status == "truncated"


def test_deep_brackets_are_named() -> None:
    with pytest.raises(Unreadable):
        read_safely(capture(b"%PDF-1.7\n" + b"[" * 200_000), SITE)


def test_errors_keep_their_kind_on_the_way() -> None:
    from dataclasses import replace

    with pytest.raises(UnknownFormat, match="no reader"):
        read_safely(capture(b"\0\1\2"), SITE)
    with pytest.raises(LayoutChanged, match="matched 0 times"):
        read_safely(capture(BIG, "text/html"), replace(SITE, selector="div.a"))


def test_a_document_comes_whole_out_of_the_child() -> None:
    grid = [(40, y, 400, y) for y in (640, 680, 720)] + [(x, 640, x, 720) for x in (40, 200, 400)]
    cells = [*letters("ก", 50, 700), *letters("ข", 210, 700), *letters("ค", 50, 660), *letters("ง", 210, 660)]
    given = capture(pdf([cells], lines=grid))
    from extractors.read import read_document

    assert read_safely(given, SITE) == read_document(given, SITE)


def test_many_documents_share_one_server() -> None:
    read_safely(capture(SOUND), SITE)
    before = [server.process.pid for server in child._idle]
    for _ in range(20):
        read_safely(capture(SOUND), SITE)
    assert [server.process.pid for server in child._idle] == before


def test_threads_read_side_by_side() -> None:
    with ThreadPoolExecutor(3) as pool:
        texts = pool.map(lambda _: read_safely(capture(SOUND), SITE).text, range(9))
    assert set(texts) == {"ประชุมวิชาการ"}


def test_a_killed_server_is_replaced() -> None:
    read_safely(capture(SOUND), SITE)
    for server in child._idle:
        os.kill(server.process.pid, signal.SIGKILL)
        server.process.wait()
    assert read_safely(capture(SOUND), SITE).text == "ประชุมวิชาการ"


ORPHAN = """
from extractors import child
from extractors.child import read_safely
from tests.extractors.formats.made import SITE, capture
from tests.extractors.test_child import HOSTILE, SOUND
read_safely(capture(SOUND), SITE)
print(child._idle[0].process.pid, flush=True)
read_safely(capture(list(HOSTILE.values())[2]), SITE, seconds=60)
"""


def test_children_die_with_a_killed_parent() -> None:
    parent = subprocess.Popen(
        [sys.executable, "-c", ORPHAN], stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]
    )
    assert parent.stdout is not None
    group = int(parent.stdout.readline())  # the server leads a session of its own
    parent.kill()
    parent.wait()
    deadline = time.monotonic() + 20
    while Path(f"/proc/{group}").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not Path(f"/proc/{group}").exists()


def test_a_program_that_is_missing_or_fails() -> None:
    assert run(["cat"], b"x", 5) == b"x"
    with pytest.raises(FileNotFoundError):
        run(["no-such-program"], b"", 5)
    with pytest.raises(Unreadable, match="failed"):
        run(["false"], b"", 5)
    with pytest.raises(Unreadable) as raised:
        run(["sleep", "20"], b"", 0.1)
    assert raised.value.status == "timeout"
