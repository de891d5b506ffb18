"""What comes in place of a document is told apart, kept as such, and replaces no good version.

Add the next such page to ANSWERS, and what must not be taken for one to DOCUMENTS.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from archive import record
from archive.equality import differences
from archive.ledger import ledger
from archive.rebuild import rebuild
from archive.store import Archive
from extractors.records import Capture, Link, Site
from extractors.sites.answers import judge
from tests.flows.harvesting import harvest, problems, site_at
from tests.world.posts import POSTS
from tests.world.server import World, serve
from tests.world.sites import SAMPLE

CHANGED = next(post for post in POSTS if post.modified and post.modified.startswith("2022-05-23"))
NEWS = "index.php/home/news"
ID = f"sample/{NEWS}/{CHANGED.id}-{CHANGED.slug}"

# fault, the word for what came, the problem's kind, whether it is gone
ANSWERS = [
    ("error", "failing", "TryAgain", False),
    ("challenge", "refused", "Withheld", False),
    ("login", "login", "Withheld", False),
    ("soft-404", "not found", "Gone", True),
    ("soft-403", "blocked", "Withheld", False),
    ("sql", "broken", "TryAgain", False),
    ("home", "home", "Gone", True),
    ("built", "script", "Withheld", False),
    ("empty", "empty", "Withheld", False),
]


@pytest.fixture
def world() -> Iterator[World]:
    with serve([replace(SAMPLE, skin="joomla")]) as world:
        yield world


def entry(world: World) -> Site:
    return site_at(f"{world.url}sitemap.xml", kind="sitemap", selector='[itemprop="articleBody"]')


def document(folder: Path) -> dict[str, Any]:
    with Archive(folder, readonly=True) as archive:
        return record.document(archive, ID) or {}


@pytest.mark.parametrize(("fault", "answer", "problem", "gone"), ANSWERS)
def test_the_last_good_version_stays_and_what_came_is_said(
    world: World, tmp_path: Path, fault: str, answer: str, problem: str, gone: bool
) -> None:
    world.today = "2022-05-10"
    harvest(tmp_path, entry(world))
    before = document(tmp_path)
    assert (before["answer"], before["gone_at"]) == (None, None)

    world.today, world.faults = "2022-05-31", [f"{fault} /{ID.removeprefix('sample/')}"]
    row = harvest(tmp_path, entry(world))
    after = document(tmp_path)
    assert (row["changed"], row["failed"], problems(tmp_path)) == (0, 1, [problem])
    assert (after["answer"], bool(after["gone_at"])) == (answer, gone)
    assert (after["version"], after["text"]) == (before["version"], before["text"])

    world.faults, world.log[:] = [], []
    row = harvest(tmp_path, entry(world))
    asked = any(request.path.endswith(CHANGED.slug) for request in world.log)
    assert asked != gone  # what is gone is not asked for again until its stamp changes
    assert row["changed"] == (0 if gone else 1)
    assert document(tmp_path)["answer"] == (answer if gone else None)


def test_a_site_that_was_sold_is_told_so(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("flows.connect.is_public", lambda address: address == "127.0.0.77")
    world.today = "2022-05-10"
    harvest(tmp_path, entry(world))
    with serve([replace(SAMPLE, host="127.0.0.77")], world.port):
        world.today, world.faults = "2022-05-31", ["sold /index.php/*"]
        harvest(tmp_path, entry(world))
    after = document(tmp_path)
    assert set(problems(tmp_path)) == {"Withheld"}
    # The new owner's server does not know the address: that is no word of the office's.
    assert (after["answer"], after["gone_at"]) == ("elsewhere", None)


def test_what_came_is_in_the_captures_and_survives_a_rebuild(world: World, tmp_path: Path) -> None:
    world.today = "2022-05-10"
    site, first, again = entry(world), tmp_path / "a", tmp_path / "b"
    for folder in (first, again):
        world.today, world.faults = "2022-05-10", []
        harvest(folder, site)
        world.today, world.faults = "2022-05-31", [f"home /{ID.removeprefix('sample/')}"]
        harvest(folder, site)
    rebuild(again, [site])
    assert differences(first, again) == []
    assert document(again)["answer"] == "home"


LINK = Link("w/1", "http://w.example/show.php?id=1", title="ประกาศ")
SITE = Site("w", "", "http://w.example/news.php", "listing")
LONG = "<p>" + "ด้วยสำนักงานเขตพื้นที่การศึกษากำหนดจัดประชุมผู้บริหารสถานศึกษา " * 20 + "</p>"

# what must be taken for the document: the page's markup, the link's title, the address that answered
DOCUMENTS = [
    (f"<title>ข่าว - สพป.</title><h1>ประชุม</h1>{LONG}", "ประชุม", None),
    # A login box stands beside the text of many sites, hidden or not.
    (f"<title>ข่าว</title><h2>เข้าสู่ระบบ</h2><form><input type=password></form>{LONG}", "ข่าว", None),
    (f"<title>ระบบ</title><h3>Login</h3><input type='password'>{LONG}", "ระบบ", None),
    # Headlines that only begin like a refusal.
    (f"<title>ไม่พบผู้ติดเชื้อรายใหม่ - สพป.</title>{LONG}", "ไม่พบผู้ติดเชื้อรายใหม่", None),
    (
        f"<title>404 โรงเรียนร่วมโครงการ</title><h1>404 โรงเรียนร่วมโครงการ</h1>{LONG}",
        "404 โรงเรียนร่วมโครงการ",
        None,
    ),
    (f"<title>อบรมการเข้าสู่ระบบ DLTV</title>{LONG}", "อบรมการเข้าสู่ระบบ DLTV", None),
    # Nothing but a poster, or a file shown in a frame.
    ("<title>ขอเชิญประชุม</title><img src=poster.jpg>", "ขอเชิญประชุม", None),
    ("<title>หนังสือเวียน</title><iframe src=letter.pdf></iframe>", "หนังสือเวียน", None),
    # Short, with scripts, but with its text.
    (
        "<title>ด่วน</title><script></script><a href=/>หน้าแรก</a><p>เลื่อนประชุมเป็นวันที่ 5 มิถุนายน 2566</p>",
        "ด่วน",
        None,
    ),
    # It moved within its site.
    (f"<title>ประชุม</title>{LONG}", "ประชุม", "http://www.w.example/2566/show.php?id=1"),
]


@pytest.mark.parametrize(("markup", "title", "url"), DOCUMENTS)
def test_a_document_is_not_taken_for_its_absence(markup: str, title: str, url: str | None) -> None:
    capture = Capture(
        url or LINK.url,
        "",
        200,
        (("Content-Type", "text/html"),),
        markup.encode(),
        replace(LINK, title=title),
    )
    assert judge(capture, SITE) is None


# what must be told apart: the markup, the address that answered, the word
NO_DOCUMENTS = [
    ("<title>404 Not Found</title><h1>Not Found</h1>", None, "not found"),
    ("<title>สพป. | ไม่พบหน้าที่ต้องการ</title>", None, "not found"),
    ("<title>Oops! That page can&#8217;t be found. &#8211; สพป.</title>", None, "not found"),
    ("<title>Page not found - สพป.</title><p>x</p>", None, "not found"),
    ("<h1>ขออภัย ไม่พบข่าวที่ท่านค้นหา</h1>", None, "not found"),
    ("<h1>ข้อมูลนี้ถูกลบไปแล้ว</h1>", None, "not found"),
    ("<title>เข้าสู่ระบบ</title><form><input type=PASSWORD></form>", None, "login"),
    (f"<title>x</title><input type=password>{LONG}", "http://w.example/wp-login.php?redirect_to=1", "login"),
    ("<title>Request Rejected</title>The requested URL was rejected. Please consult …", None, "blocked"),
    ("<title>Just a moment...</title><script></script><a href=x>.</a>", None, "blocked"),
    ("<title>w</title><p>Account Suspended</p><h1>Account Suspended</h1>", None, "blocked"),
    ("<b>Fatal error</b>: Uncaught Error: Call to undefined function mysql_connect()", None, "broken"),
    ("<h1>Server Error in '/' Application.</h1>", None, "broken"),
    ("<html><head><title>ข่าว</title></head><body> \n </body></html>", None, "empty"),
    ("", None, "empty"),
    ("<div id=root></div><script src=a.js></script>", None, "script"),
    (LONG, "http://w.example/", "home"),
    (LONG, "http://w.example/index.php", "home"),
    (LONG, "http://w.example/news.php", "home"),  # the list itself
    (LONG, "http://casino.example/show.php?id=1", "elsewhere"),
]


@pytest.mark.parametrize(("markup", "url", "word"), NO_DOCUMENTS)
def test_what_is_no_document_is_named(markup: str, url: str | None, word: str) -> None:
    headers = (("Content-Type", "text/html; charset=utf-8"),)
    assert judge(Capture(url or LINK.url, "", 200, headers, markup.encode(), LINK), SITE) == word


@pytest.mark.parametrize("markup", ["<script" * 40_000, "<!--" * 70_000, "<" * 290_000, "<div>" * 50_000])
def test_a_page_made_to_take_long_does_not(markup: str) -> None:
    import time

    began = time.process_time()
    judge(Capture(LINK.url, "", 200, (("Content-Type", "text/html"),), markup.encode(), LINK), SITE)
    assert time.process_time() - began < 5


OTHER = "127.0.0.9"


@pytest.mark.parametrize("robots", ["", "forbid 127.0.0.9/robots.txt"])
def test_a_file_on_another_host_is_one_hop_away_or_recorded_as_held_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, robots: str
) -> None:
    monkeypatch.setattr("flows.connect.is_public", lambda address: address == OTHER)
    file = next(file for post in POSTS for file in post.files if file.path.endswith(".pdf"))
    own = replace(POSTS[0], files=())
    with serve(
        [replace(SAMPLE, host=OTHER), replace(SAMPLE, id="own", posts=[own])],
        faults=[robots] if robots else [],
    ) as world:
        there = f"http://{OTHER}:{world.port}/wp-content/uploads/{file.path}"
        world.sites[1].posts[0] = replace(own, content=f'{own.content}<a href="{there}">หนังสือเชิญ</a>')  # type: ignore[index]
        row = harvest(tmp_path, site_at(world.urls["own"]))
    id_ = f"sample/{OTHER}:{world.port}/wp-content/uploads/{file.path}"
    with Archive(tmp_path, readonly=True) as archive:
        page = record.document(archive, f"sample/{own.id}")
        attached = record.document(archive, id_)
        refused = {line.host: line.refused for line in ledger(archive.db, "sample", 1).lines}
    assert page is not None
    assert refused[f"{OTHER}:{world.port}"] == bool(robots)
    assert row["failed"] == 0
    if robots:
        assert attached is None
        assert page["elsewhere"] == [{"url": there, "title": "หนังสือเชิญ"}]
        assert problems(tmp_path) == ["HeldElsewhere"]
    else:
        assert attached is not None
        assert (attached["parent"], page["elsewhere"]) == (f"sample/{own.id}", [])
        assert not any(request.host == OTHER and "/archives/" in request.path for request in world.log)
