"""The behaviours of behaviours.py over real sockets: what is held that night, the next, in a week."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from archive.equality import differences
from archive.fixity import check
from archive.store import Archive
from extractors.records import Site
from tests.flows import behaviours, harvesting
from tests.flows.behaviours import ALL, BEHAVIOURS, FILE, LACKS, Behaviour
from tests.flows.harvesting import LIMITS, harvest, problems, site_at
from tests.world.posts import POSTS
from tests.world.server import World, serve
from tests.world.sites import SAMPLE

STRUCK, BEARER = 118, 231
SMALL = replace(SAMPLE, posts=[post for post in POSTS if post.id in (104, STRUCK, BEARER)])
HURRY = replace(LIMITS, tries=1, silence=3.0, headers=4.0, whole=4.0)


def on(day: int) -> Callable[[int], datetime]:
    return lambda requests: datetime(2026, 11, day, 1, 30)


def entry(world: World, one: Behaviour) -> Site:
    said = dict(one.entry)
    return site_at(world.url + said.pop("url", ""), **said)


def addresses(folder: Path) -> set[str]:
    """Of the documents with a text, the paths."""
    with Archive(folder, readonly=True) as archive:
        sql = "SELECT url FROM document JOIN version ON version.id = document.version WHERE error IS NULL"
        return {"/" + url.split("/", 3)[3] for (url,) in archive.db.execute(sql)}


def came(folder: Path, part: str) -> str:
    """What the archive says of the last answer for the document whose address has that part."""
    with Archive(folder, readonly=True) as archive:
        sql = """SELECT status, truncated, answer FROM capture
            WHERE url LIKE ?1 OR document LIKE ?1 ORDER BY id DESC LIMIT 1"""
        for status, truncated, answer in archive.db.execute(sql, [f"%{part}%"]):
            return (
                f"{status}, cut ({truncated})"
                if truncated
                else f"{status}, {answer}"
                if answer
                else str(status)
            )
    return ""


@pytest.fixture(scope="module")
def world() -> Iterator[World]:
    with serve([SMALL]) as world:
        yield world


@pytest.fixture(scope="module")
def without(world: World, tmp_path_factory: pytest.TempPathFactory) -> Callable[[Behaviour], Path]:
    """The archive of the same site when nothing went wrong, made once for each kind."""
    made: dict[str, Path] = {}

    def archive(one: Behaviour) -> Path:
        kind = one.entry.get("kind", "wordpress")
        if kind not in made:
            world.faults = []
            made[kind] = tmp_path_factory.mktemp(kind)
            harvest(made[kind], entry(world, one), moment=on(1))
        return made[kind]

    return archive


@pytest.mark.parametrize("one", BEHAVIOURS, ids=lambda one: one.does)
def test_the_archive_holds_what_it_should(
    world: World,
    without: Callable[[Behaviour], Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    one: Behaviour,
) -> None:
    whole = without(one)
    every = addresses(whole)

    def held(words: str) -> set[str]:
        return {path for path in every if not any(part in path for part in LACKS[words])}

    world.faults = list(one.faults)
    world.asked.clear()
    with monkeypatch.context() as hurried:
        hurried.setattr(harvesting, "LIMITS", HURRY if one.is_hurried else LIMITS)
        harvest(tmp_path, entry(world, one), moment=on(1))
    assert (addresses(tmp_path), tuple(sorted(set(problems(tmp_path))))) == (held(one.holds), one.report)
    struck = "wp-content" if one.faults[0].endswith(FILE) else f"/{STRUCK}"
    assert one.came is None or came(tmp_path, struck) == one.came

    world.faults = []
    harvest(tmp_path, entry(world, one), moment=on(2))
    assert addresses(tmp_path) == held(one.later)
    if one.later != ALL:
        harvest(tmp_path, entry(world, one), moment=on(9))
        assert addresses(tmp_path) == held(one.at_last)
    if one.at_last == ALL and not one.is_other:
        also = f"payload only in {tmp_path}"  # what came of the fault is kept too
        assert [line for line in differences(whole, tmp_path) if not line.startswith(also)] == []
    with Archive(tmp_path, readonly=True) as archive:
        assert list(check(archive)) == []


def test_the_table_of_the_documents_is_that_of_these() -> None:
    text = behaviours.DOCS.read_text(encoding="utf-8")
    assert behaviours.written(text) == text
