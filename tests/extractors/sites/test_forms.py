"""Lists whose next page comes to a form alone: what is sent is what a browser sends."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from extractors.records import Capture, Site
from extractors.sites import listing, lists
from extractors.sites.forms import Posted
from tests.extractors.sites.walking import answered

SITE = Site("a", "ก", "http://a.go.th/News.aspx", "listing", items="li", next=".next")
NEXT = "<a class=next href=\"javascript:__doPostBack('pager','Page$2')\">ถัดไป</a>"
HIDDEN = '<input type=hidden name=__VIEWSTATE value="a+/=">'


def markup(controls: str = "", action: str = "./News.aspx?lang=th", way: str = NEXT) -> str:
    item = "<li><a href=Detail.aspx?id=7>ประชุมครู</a></li>"
    search = "<form action=/search><input name=q></form>"
    return f'{search}<form method=post action="{action}">{HIDDEN}{controls}{item}{way}</form>'


def asked(capture: Capture) -> str | None:
    """What the walk asks for after the first page; None where it ends."""
    walk = listing.discover(SITE, None)
    assert next(walk) == SITE.url
    try:
        return walk.send(capture)
    except StopIteration:
        return None


def sent(page: str) -> dict[str, str]:
    posted = asked(answered(SITE.url, page))
    assert isinstance(posted, Posted)
    return dict(posted.fields)


# a control, and what is sent of it
CONTROLS = [
    ("<input name=a value=ก>", {"a": "ก"}),
    ("<input name=a>", {"a": ""}),
    ("<input name=a value=ก disabled>", {}),
    ("<input type=submit name=a value=ค้นหา>", {}),
    ("<input type=image name=a>", {}),
    ("<input type=checkbox name=a>", {}),
    ("<input type=checkbox name=a checked>", {"a": "on"}),
    ("<input type=radio name=a value=1><input type=radio name=a value=2 checked>", {"a": "2"}),
    ("<select name=a><option value=1>ก<option value=2 selected>ข</select>", {"a": "2"}),
    ("<select name=a><option>ทั้งหมด<option>ข</select>", {"a": "ทั้งหมด"}),
    ("<textarea name=a>ข้อความ</textarea>", {"a": "ข้อความ"}),
]


@pytest.mark.parametrize(("control", "told"), CONTROLS)
def test_of_the_form_s_controls_is_sent_what_a_browser_sends(control: str, told: dict[str, str]) -> None:
    fields = sent(markup(control))
    assert {name: value for name, value in fields.items() if not name.startswith("__")} == told
    assert fields["__VIEWSTATE"] == "a+/="


# what leads on, and what is chosen by it
WAYS = [
    (NEXT, ("pager", "Page$2")),
    ("<span class=next><a href=\"javascript:__doPostBack('p$next','')\">&gt;</a></span>", ("p$next", "")),
    (
        "<a class=next href='javascript:WebForm_DoPostBackWithOptions("
        'new WebForm_PostBackOptions("p$next", "", true, "", "", false, true))\'>ถัดไป</a>',
        ("p$next", ""),
    ),
]


@pytest.mark.parametrize(("way", "chosen"), WAYS)
def test_each_way_to_call_for_it_is_understood(way: str, chosen: tuple[str, str]) -> None:
    fields = sent(markup(way=way))
    assert (fields["__EVENTTARGET"], fields["__EVENTARGUMENT"]) == chosen


def test_cookies_of_the_pages_before_go_with_it_and_nothing_to_another_host() -> None:
    first = answered(SITE.url, markup())
    first = replace(first, headers=(*first.headers, ("Set-Cookie", "a=1; path=/"), ("set-cookie", "b=2")))
    posted = asked(first)
    assert isinstance(posted, Posted)
    assert posted.partition("#")[0] == "http://a.go.th/News.aspx?lang=th"
    assert posted.cookies == {"a": "1", "b": "2"}
    assert asked(answered(SITE.url, markup(action="http://b.go.th/News.aspx"))) is None


# a pager, and what `site add` writes as `next`
PAGERS = [
    (
        "<table><tr><td><span>1</span></td><td>{}</td></tr></table>",
        'td:has(> span) + td > a[href*="__doPostBack"]',
    ),
    ("<div><span>1</span>&nbsp;{}</div>", 'span + a[href*="__doPostBack"]'),
    ("<div>{}</div>", None),
]


@pytest.mark.parametrize(("pager", "way"), PAGERS)
def test_the_way_on_is_learned_from_the_number_behind_the_one_shown(pager: str, way: str | None) -> None:
    items = "".join(f"<li><a href=Detail.aspx?id={n}>ประชุมครูครั้งที่ {n}</a></li>" for n in range(4))
    numbers = pager.format("<a href=\"javascript:__doPostBack('grid','Page$2')\">2</a>")
    found = lists.find_list(BeautifulSoup(f"<ul class=news>{items}</ul>{numbers}", "lxml"), SITE)
    assert found is not None
    assert (found.keys.get("next"), found.posted) == (way, way is None)
