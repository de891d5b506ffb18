"""prachum check: every way in which an archive may be other than it was kept is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from archive.fixity import check
from archive.store import Archive
from tests.flows.harvesting import harvest, site_at
from tests.world.server import serve


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with serve() as world:
        harvest(tmp_path, site_at(world.url), limit=3)
    return tmp_path


def mismatches(folder: Path) -> list[str]:
    with Archive(folder, readonly=True) as archive:
        return list(check(archive))


def warc(folder: Path) -> Path:
    (path,) = (folder / "captures").glob("*.warc.gz")
    return path


def flip(folder: Path) -> None:
    path = warc(folder)
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    path.write_bytes(data)


def tear(folder: Path) -> None:
    path = warc(folder)
    path.write_bytes(path.read_bytes()[:-7])


def lose(folder: Path) -> None:
    warc(folder).unlink()


def forget(folder: Path) -> None:
    with Archive(folder) as archive:
        archive.db.execute("DELETE FROM capture WHERE url LIKE '%robots.txt'")


def test_an_archive_as_it_was_kept_has_no_mismatch(folder: Path) -> None:
    assert mismatches(folder) == []


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (flip, "not those that were kept"),
        (tear, "torn"),
        (lose, "is not there"),
        (forget, "archive.db knows"),
    ],
)
def test_harm_is_told(folder: Path, harm: Callable[[Path], None], said: str) -> None:
    harm(folder)
    found = mismatches(folder)
    assert any(said in line for line in found), found
    assert not any("\n" in line for line in found)
