"""The WARC files of a harvest, as tools of others see them: several, each whole, after a torn tail too."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from archive import captures
from archive.store import Archive
from tests.flows.harvesting import harvest, site_at
from tests.world.server import serve

FULL = 10_000  # bytes, then the next file begins: a night of a few pages fills several
PAGES = 5


def checked(folder: Path) -> int:
    """The number of digests that `warcio check` finds right, and it finds none wrong.

    Its exit code tells nothing of a broken file: its words are read.
    """
    paths = map(str, sorted((folder / "captures").iterdir()))
    typed = [sys.executable, "-m", "warcio.cli", "check", "-v", *paths]
    said = subprocess.run(typed, capture_output=True, text=True, check=True).stdout.lower()
    assert not {"fail", "failed", "error"} & set(said.split()), said
    return said.count("digest pass")


def kinds(folder: Path) -> list[str]:
    found = []
    for path in sorted((folder / "captures").glob("*.warc.gz")):
        with path.open("rb") as file:
            found += [record.rec_type for record in ArchiveIterator(file)]
    return found


@pytest.fixture(autouse=True)
def small_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(captures, "appending", partial(captures.appending, limit=FULL))


def assert_each_has_its_row(folder: Path) -> None:
    records = [kind for kind in kinds(folder) if kind != "warcinfo"]
    with Archive(folder, readonly=True) as archive:
        assert archive.db.execute("SELECT count(*) FROM capture").fetchone() == (len(records),)


def test_warcio_check_takes_every_file_of_two_nights_with_faults(tmp_path: Path) -> None:
    with serve(faults=["cut /archives/402", "tis620 /archives/398", "bomb /archives/394"]) as world:
        assert harvest(tmp_path, site_at(world.url), PAGES)["failed"] == 2
        world.faults = []
        harvest(tmp_path, site_at(world.url), 1)
    files = list((tmp_path / "captures").iterdir())
    found = kinds(tmp_path)
    assert len(files) > 2
    assert found.count("warcinfo") == len(files)
    assert "revisit" in found
    assert checked(tmp_path) >= found.count("response")
    assert_each_has_its_row(tmp_path)


def test_a_night_after_a_torn_tail_leaves_every_file_whole(tmp_path: Path) -> None:
    """The newest of several files ends in a part of a record, as a power cut leaves it."""
    with serve() as world:
        harvest(tmp_path, site_at(world.url), PAGES)
        newest = max((tmp_path / "captures").iterdir(), key=os.path.getmtime)
        whole = newest.read_bytes()
        *_, (_, last) = captures.members(newest)
        torn = last[:-5]
        newest.write_bytes(whole + torn)
        harvest(tmp_path, site_at(world.url), 1)
    assert newest.read_bytes().startswith(whole)
    assert torn not in newest.read_bytes()[len(whole) :]
    assert checked(tmp_path)
    assert_each_has_its_row(tmp_path)
