"""kill -9 in the middle of a harvest of 300 pages, again and again, and then a whole night: nothing is lost.

`make test` kills at 20 moments, `make test-long` at 200; each is an instant
of the process's own time, so that they fall into listing, fetching and
reading alike, however busy the machine is.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from archive.equality import differences
from archive.fixity import check
from archive.store import Archive
from tests.flows.harvesting import harvest, site_at
from tests.world.meetings import meetings
from tests.world.server import World, serve
from tests.world.sites import SAMPLE

SEED = 2563
PAGES = 300
FEW, MANY = 20, 200
TICK = 1 / os.sysconf("SC_CLK_TCK")  # seconds; in these the kernel counts a process's time


@pytest.fixture(scope="module")
def world() -> Iterator[World]:
    with serve([replace(SAMPLE, posts=meetings(PAGES))]) as world:
        yield world


@pytest.fixture(scope="module")
def undisturbed(world: World, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, float]:
    """An archive that nobody killed, and the seconds of its own time that it took."""
    folder = tmp_path_factory.mktemp("undisturbed")
    child = started(world, folder)
    began, took = own_time(child.pid), 0.0
    while child.poll() is None:
        took = own_time(child.pid) - began
        time.sleep(TICK)
    assert child.returncode == 0
    return folder, took


def started(world: World, folder: Path) -> subprocess.Popen[str]:
    """A harvest in a process of its own, at the moment at which its first request is near."""
    command = [sys.executable, "-m", "tests.flows.harvesting", world.url, str(folder)]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "begins\n"
    return child


def own_time(pid: int) -> float:
    """The seconds for which the process ran, in itself and in the kernel."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * TICK


def killed(child: subprocess.Popen[str], seconds: float) -> bool:
    """Whether it was still at work after so many seconds of its own, and was killed then."""
    until = own_time(child.pid) + seconds
    while child.poll() is None and own_time(child.pid) < until:
        time.sleep(TICK / 4)
    child.send_signal(signal.SIGKILL)
    ended = child.wait()
    assert ended in (0, -signal.SIGKILL), "it ended of itself, and not well"
    return ended != 0


def test_a_harvest_killed_again_and_again_loses_nothing_and_keeps_nothing_twice(
    world: World, undisturbed: tuple[Path, float], tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    whole, seconds = undisturbed
    chance = random.Random(SEED)
    left, night = MANY if pytestconfig.getoption("--long") else FEW, 0
    while left:
        night += 1
        folder = tmp_path / str(night)
        while left and killed(started(world, folder), chance.uniform(0, seconds / 4)):
            left -= 1
        harvest(folder, site_at(world.url))
        assert differences(whole, folder) == []
        assert_kept_once_and_whole(folder)


def assert_kept_once_and_whole(folder: Path) -> None:
    """Every document was fetched once, and every record of the WARC files has a row."""
    with Archive(folder, readonly=True) as archive:
        twice = (
            "SELECT document FROM capture WHERE document IS NOT NULL GROUP BY document HAVING count(*) > 1"
        )
        assert archive.db.execute(twice).fetchall() == []
        rows = {record_id for (record_id,) in archive.db.execute("SELECT record_id FROM capture")}
        assert list(check(archive)) == []
    records = set()
    for path in (folder / "captures").glob("*.warc.gz"):
        with path.open("rb") as file:
            for record in ArchiveIterator(file, check_digests="raise"):
                record.content_stream().read()
                if record.rec_type in ("response", "revisit", "resource"):
                    records.add(record.rec_headers.get_header("WARC-Record-ID"))
    assert records == rows
