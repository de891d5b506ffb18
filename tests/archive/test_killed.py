"""Kill -9 at any point: the next run makes the archive what an undisturbed one is."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from archive import captures
from archive.equality import differences
from archive.rebuild import rebuild
from archive.store import Archive
from tests.archive.made import SITE, attachment, capture, link, read, read_pending, tell

PAGES = 12
DAYS = (1, 2)


def harvest(folder: Path) -> None:
    """Two nights, the second with changed pages and one that is gone; what is kept is not asked for again."""
    with Archive(folder) as archive:
        archive.register(SITE)
        run = archive.begin_run("harvest")
        for day in DAYS:
            for n in range(PAGES):
                of = link(n, f"2020-12-{day if n % 3 == 0 else 1:02}T00:00:00Z")
                text = f"ประชุมครู ครั้งที่ {n}/{day if n % 3 == 0 else 1}\nประธาน: คนที่ {n}\n" + "ข้อความ " * n
                if not archive.has(of):
                    archive.keep(capture(of, text, day), SITE, run)
                if not archive.has(attachment(n, n)):
                    archive.keep(capture(attachment(n, n), "แนบเหมือนกัน", day), SITE, run)
            read_pending(archive, run)
        archive.end_run(run, "done")


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("undisturbed")
    harvest(folder)
    return folder


def test_killed_again_and_again_it_ends_as_undisturbed(undisturbed: Path, tmp_path: Path) -> None:
    chance = random.Random(2563)
    killed = 0
    for _ in range(6):
        process = subprocess.Popen([sys.executable, "-m", "tests.archive.test_killed", str(tmp_path)])
        bound = time.monotonic() + 30
        enough = _bytes(tmp_path) + chance.randrange(200, 4000)
        while process.poll() is None and _bytes(tmp_path) < enough and time.monotonic() < bound:
            time.sleep(0.0005)
        process.send_signal(signal.SIGKILL)
        killed += process.wait() == -signal.SIGKILL
        for path in (tmp_path / "captures").glob("*"):
            captures.mend(path, 0)
            assert list(captures.members(path))
    assert killed
    harvest(tmp_path)
    assert differences(undisturbed, tmp_path) == []
    records = [record.capture.link.id for path in _files(tmp_path) for record in captures.records(path)]  # type: ignore[union-attr]
    assert len(records) == PAGES * 2 + PAGES // 3, "something was fetched twice, or lost"


@pytest.mark.parametrize("step", range(12))
def test_killed_at_each_step_of_keeping_and_saving(undisturbed: Path, tmp_path: Path, step: int) -> None:
    """The process kills itself at its n-th fsync or commit, so that each gap between the two is met."""
    code = f"""
import os, signal, sys
from pathlib import Path
from archive import catalogue
from tests.archive import test_killed
left = {step * 3 + 1}
def count():
    global left
    left -= 1
    if left < 0: os.kill(os.getpid(), signal.SIGKILL)
fsync = os.fsync
def killing(handle):
    fsync(handle); count()
os.fsync = killing
adopt = test_killed.Archive.save
def save(*args):
    found = adopt(*args); count(); return found
test_killed.Archive.save = save
test_killed.harvest(Path(sys.argv[1]))
"""
    process = subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False)
    assert process.returncode == -signal.SIGKILL
    harvest(tmp_path)
    assert differences(undisturbed, tmp_path) == []


def test_a_rebuilt_catalogue_equals_the_one_that_grew(undisturbed: Path, tmp_path: Path) -> None:
    harvest(tmp_path)
    with Archive(tmp_path) as archive:
        archive.keep(capture(link(1), "ไม่พบ", 3, status=404), SITE, 1)
        archive.keep(capture(link(2), "ไม่ใช่ไฟล์", 3), SITE, 1)
        read_pending(archive)
        archive.correct("krabi/3", "venue", "หอประชุม", who="บรรณารักษ์", why="พิมพ์ผิด")
        archive.keep(capture(link(3), "ประชุมอื่น\nประธาน: คนอื่น\n", 4), SITE, 1)
        read_pending(archive)
        archive.take_down("krabi/5", who="บรรณารักษ์", why="คำขอตาม PDPA")
    grown = tmp_path / "grown"
    grown.mkdir()
    (tmp_path / "archive.db").rename(grown / "archive.db")
    for path in tmp_path.glob("archive.db-*"):
        path.rename(grown / path.name)
    rebuild(tmp_path, read=read, tell=tell)
    assert differences(grown, tmp_path) == []
    assert differences(undisturbed, tmp_path) != []


def _bytes(folder: Path) -> int:
    return sum(path.stat().st_size for path in _files(folder))


def _files(folder: Path) -> list[Path]:
    return list((folder / "captures").glob("*.warc.gz"))


if __name__ == "__main__":
    harvest(Path(sys.argv[1]))
