"""A site whose pages change: what counts is a version, with what it changed; what only ticks is none."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import requests
from bs4 import BeautifulSoup

from archive.equality import differences
from archive.rebuild import rebuild
from archive.record import history
from archive.store import Archive
from flows.history import print_history
from tests.archive.serving import serving
from tests.flows.harvesting import harvest, site_at
from tests.world.records import Post
from tests.world.server import World, serve
from tests.world.sites import SAMPLE

STORY = "<p>วันที่ 5 มีนาคม 2569 โรงเรียนบ้านน้ำใสจัดประชุมครู ณ ห้องประชุมดอกปีบ โดยมีนายกวิน ทุ่งดอกคูณ เป็นประธาน</p>"
COUNTER = "<p>27 ก.พ. 2569 | อ่าน {} ครั้ง</p>"


def post(number: int, before: str, after: str) -> Post:
    return Post(
        id=number,
        slug=f"news-{number}",
        title=f"ประชุมครู ครั้งที่ {number}/2569",
        published="2026-02-27T09:00:00",
        content=after,
        facts=None,
        modified="2026-03-02T09:00:00",
        first_content=before,
    )


POSTS = (
    post(1, COUNTER.format(328) + STORY, COUNTER.format("1,204") + STORY),
    post(2, COUNTER.format(12) + STORY, COUNTER.format(40) + STORY.replace("5 มีนาคม", "12 มีนาคม")),
)


@pytest.fixture
def world() -> Iterator[World]:
    with serve([replace(SAMPLE, posts=POSTS)], today="2026-03-01") as world:
        yield world


def test_a_counter_makes_no_version_and_a_day_put_off_does(
    world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "data"
    site = site_at(world.url)
    assert harvest(data, site)["new"] == 2
    world.today = "2026-03-03"
    second = harvest(data, site)
    assert (second["new"], second["changed"], second["failed"]) == (0, 1, 0)
    with Archive(data, readonly=True) as archive:
        ticked, moved = history(archive, "sample/1"), history(archive, "sample/2")
        text = archive.db.execute("SELECT text FROM text JOIN version ON id = version WHERE document = 1")
        assert "อ่าน 1,204 ครั้ง" in text.fetchone()[0]  # the evidence counts in the newest text
        assert archive.db.execute("SELECT count(*) FROM version").fetchone() == (2 + 1,)
    assert ticked is not None
    assert moved is not None
    assert [version["n"] for version in ticked["versions"]] == [1]
    assert ticked["versions"][0]["since"] <= ticked["versions"][0]["fetched_at"]
    print_history(moved)
    told = capsys.readouterr().out
    assert "วันที่ [-5-]{+12+} มีนาคม 2569 โรงเรียน" in told
    assert "[-12-]{+40+}" in told
    with serving(data) as pages:
        page = BeautifulSoup(requests.get(f"{pages}/document/sample/2", timeout=30).text, "lxml")
        assert ([tag.text for tag in page.select(".changes del")], page.select("ins")[-1].text) == (
            ["12", "5"],
            "12",
        )
        first = requests.get(f"{pages}/document/sample/2?version=1", timeout=30).text
        assert "<del>" not in first

    kept = tmp_path / "kept"
    shutil.copytree(data, kept)
    rebuild(data, (site,))
    assert differences(kept, data) == []
