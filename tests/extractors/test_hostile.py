"""Every hostile file ends as a status, within its limits, and the next document is read.

`make test` gives each a second of CPU; `make test-long` reads larger ones
under the limits of a harvest. `python -m bench hostile` shows what that takes.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from extractors import child
from extractors.child import MEMORY, SECONDS
from extractors.child.programs import TIME
from extractors.formats.pdf.damaged import DAMAGED
from tests.extractors.formats.made import SITE, capture
from tests.extractors.hostile import HOSTILE, TEXT, many_pages, measured, read, sound

MOST = 500_000_000  # bytes of address space, of which the loaded readers take 300 MB


CHEAP = "a page tree that is its own child"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "large" in metafunc.fixturenames:
        metafunc.parametrize("large", HOSTILE if metafunc.config.getoption("--long") else [CHEAP])


@pytest.mark.parametrize("name", HOSTILE)
def test_it_ends_as_a_status(name: str) -> None:
    kind = HOSTILE[name]
    assert read(kind.make(kind.size), seconds=1, memory=MOST)[0] in kind.ends.split()
    assert read(sound(), seconds=1, memory=MOST)[0] == "read"


def test_the_limits_of_a_harvest_hold(large: str) -> None:
    kind, found = HOSTILE[large], measured(large)
    assert found.status in (kind.full_ends or kind.ends).split()
    assert found.memory < MEMORY
    assert found.seconds < SECONDS + TIME


def test_what_is_only_damaged_is_read_as_far_as_it_goes() -> None:
    for name in ("a table that is the one before it", "a length behind the file's end"):
        found = child.read_safely(capture(HOSTILE[name].make(10**12)), SITE)
        assert (found.text, found.reasons) == (TEXT, (DAMAGED,))


def test_a_page_that_breaks_down_takes_none_of_the_others() -> None:
    """The second of three pages names a stream that is no stream."""
    body = many_pages(3)
    leaf = body.index(b"4 0 obj")
    broken = body[:leaf] + body[leaf:].replace(b"/MediaBox [0 0 595 842]", b"/MediaBox [0 0 595 <<>]", 1)
    found = child.read_safely(capture(broken), SITE)
    assert found.text.count(TEXT) >= 2
    assert len(found.pages) == 3


DAEMON = """
import multiprocessing
from tests.extractors.hostile import HOSTILE, read, sound

def work(results):
    kind = HOSTILE["a width for each of 2,000,000,000 glyphs"]
    results.put(read(kind.make(kind.size), seconds=1, memory=500_000_000)[0])
    results.put(read(sound())[0])

if __name__ == "__main__":
    results = multiprocessing.get_context("spawn").Queue()
    daemon = multiprocessing.get_context("spawn").Process(target=work, args=(results,), daemon=True)
    daemon.start()
    print(results.get(timeout=60), results.get(timeout=60))
    daemon.join()
"""


def test_daemonic_workers_read_too(tmp_path: Path) -> None:
    """As Dask's are, which may have no children by multiprocessing."""
    (tmp_path / "worker.py").write_text(DAEMON, encoding="utf-8")
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, tmp_path / "worker.py"],
        env=os.environ | {"PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.split()[0] in ("oom", "timeout"), done.stderr
    assert done.stdout.split()[1] == "read"
