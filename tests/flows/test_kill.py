"""kill -9 in the middle of a harvest, and then another night: the archive is as if nothing had happened.

`make test` kills at a few seeded moments, `make test-long` at two hundred.
"""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from archive.equality import differences
from archive.store import Archive
from tests.flows.harvesting import harvest, site_at
from tests.world.server import World, serve

SEED = 2563
FEW, MANY = 6, 200


@pytest.fixture(scope="module")
def world() -> Iterator[World]:
    with serve() as world:
        yield world


@pytest.fixture(scope="module")
def undisturbed(world: World, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, float]:
    """An archive that nobody killed, and the seconds that it took."""
    folder = tmp_path_factory.mktemp("undisturbed")
    child = started(world, folder)
    began = time.monotonic()
    assert child.wait() == 0
    return folder, time.monotonic() - began


def started(world: World, folder: Path) -> subprocess.Popen[str]:
    """A harvest in a process of its own, at the moment at which its first request is near."""
    command = [sys.executable, "-m", "tests.flows.harvesting", world.url, str(folder)]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "begins\n"
    return child


def moments() -> list[float]:
    """The shares of a harvest's time at which it is killed, spread over it, each somewhere in its part."""
    chance = random.Random(SEED)
    return [(n + chance.random()) / MANY for n in range(MANY)]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "share" in metafunc.fixturenames:
        every = MANY // FEW
        chosen = moments() if metafunc.config.getoption("--long") else moments()[every // 2 :: every]
        metafunc.parametrize("share", chosen, ids=[f"{share:.3f}" for share in chosen])


def test_a_killed_harvest_is_made_whole_by_the_next(
    world: World, undisturbed: tuple[Path, float], tmp_path: Path, share: float
) -> None:
    whole, seconds = undisturbed
    child = started(world, tmp_path)
    time.sleep(share * seconds)
    child.send_signal(signal.SIGKILL)
    child.wait()
    harvest(tmp_path, site_at(world.url))
    assert differences(whole, tmp_path) == []
    assert_kept_once_and_whole(tmp_path)


def test_a_harvest_killed_again_and_again_gets_there(
    world: World, undisturbed: tuple[Path, float], tmp_path: Path
) -> None:
    whole, seconds = undisturbed
    chance = random.Random(SEED)
    for _ in range(4):
        child = started(world, tmp_path)
        time.sleep(chance.random() * seconds)
        child.kill()
        child.wait()
    harvest(tmp_path, site_at(world.url))
    assert differences(whole, tmp_path) == []
    assert_kept_once_and_whole(tmp_path)


def assert_kept_once_and_whole(folder: Path) -> None:
    """Every document was fetched once, and every record of the WARC files has a row."""
    with Archive(folder, readonly=True) as archive:
        twice = (
            "SELECT document FROM capture WHERE document IS NOT NULL GROUP BY document HAVING count(*) > 1"
        )
        assert archive.db.execute(twice).fetchall() == []
        rows = {record_id for (record_id,) in archive.db.execute("SELECT record_id FROM capture")}
    records = set()
    for path in (folder / "captures").glob("*.warc.gz"):
        with path.open("rb") as file:
            for record in ArchiveIterator(file, check_digests="raise"):
                record.content_stream().read()
                if record.rec_type in ("response", "revisit", "resource"):
                    records.add(record.rec_headers.get_header("WARC-Record-ID"))
    assert records == rows
