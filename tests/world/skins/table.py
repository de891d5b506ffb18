"""A hand-made site of 2003 in the Thai code page: frames, tables in tables, its name as title of every page.

Its news are listed twice: at news.asp with links to the further pages, and at
news.aspx by ASP.NET, which gives them to a form alone.
"""

# ruff: noqa: E501  (markup as it was drawn in FrontPage)

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from tests.world.exchange import Answer, Request
from tests.world.records import Post
from tests.world.sites import WorldSite
from tests.world.skins.paper import content, short_day, upload
from tests.world.skins.wordpress.words import newest_first, title

PER_PAGE = 12
STATE = "/wEPDwUKMTY1" + "NDU2" * 30  # ASP.NET's, which a page gives and a form gives back
COOKIE = "__AntiXsrfToken=7f3a"
KIND = "ข่าวทั้งหมด"  # chosen in the form, and sent with it in the page's own encoding
FILES = "/files/"


def answer(site: WorldSite, posts: Sequence[Post], request: Request) -> Answer:
    path = request.path.lower()
    if path.startswith(FILES):
        return upload(posts, request.path.removeprefix(FILES), request) or _page(site, "ไม่พบแฟ้ม", 404)
    if path in {"/", "/index.htm"}:
        return _encoded(
            f"<html><head><title>{escape(site.name)}</title></head><frameset cols='180,*'>"
            "<frame name=menu src=menu.htm><frame name=main src=news.asp></frameset></html>"
        )
    if path == "/menu.htm":
        return _encoded(
            "<html><body><a href=news.asp target=main>ข่าว</a><br><a href=about.htm target=main>เกี่ยวกับเรา</a></body></html>"
        )
    if path == "/news.asp":
        return _list(site, posts, int(request.query.get("page", "1") or 1))
    if path == "/news.aspx":
        return _grid(site, posts, request)
    if path == "/show.asp":
        post = next((post for post in posts if str(post.id) == request.query.get("id")), None)
        return _article(site, post) if post else _page(site, "ไม่พบข่าวที่ท่านต้องการ", 404)
    return _page(site, "ไม่พบหน้าที่ท่านต้องการ", 404)


def _list(site: WorldSite, posts: Sequence[Post], number: int) -> Answer:
    """The pages are marked by their numbers."""
    row = newest_first(posts)
    numbers = " ".join(
        f"[{n}]" if n == number else f'<a href="news.asp?page={n}">{n}</a>'
        for n in range(1, -(-len(row) // PER_PAGE) + 1)
    )
    more = (
        f' <a href="news.asp?page={number + 1}">หน้าถัดไป&gt;&gt;</a>' if number * PER_PAGE < len(row) else ""
    )
    return _page(
        site,
        f"<table width='98%' class=news>{_rows(row, number)}</table><p align=center>หน้า : {numbers}{more}<br>ข่าวทั้งหมด {len(row)} เรื่อง",
    )


def _grid(site: WorldSite, posts: Sequence[Post], request: Request) -> Answer:
    """A GridView: its further pages come to a POST alone, with the state that the page before it gave.

    And with the first page's cookie, as the templates of Visual Studio have it against forged forms.
    """
    row, number = newest_first(posts), 1
    if request.method == "POST":
        form = request.form("cp874")
        chosen = re.fullmatch(r"Page\$(\d+)", form.get("__EVENTARGUMENT", ""))
        known = form.get("__VIEWSTATE", "").startswith(STATE) and form.get("ctl00$Kind") == KIND
        known = known and COOKIE in request.headers.get("cookie", "")
        if not known or not chosen or form.get("__EVENTTARGET") != "ctl00$Grid":
            return _page(site, "Validation of viewstate MAC failed.", 500)
        number = int(chosen[1])
    numbers = "".join(
        f"<td><span>{n}</span></td>"
        if n == number
        else f"<td><a href=\"javascript:__doPostBack('ctl00$Grid','Page${n}')\">{n}</a></td>"
        for n in range(1, -(-len(row) // PER_PAGE) + 1)
    )
    shown = _page(
        site,
        f"""<form name="aspnetForm" method="post" action="news.aspx"><input type="hidden" name="__VIEWSTATE" value="{STATE}{number}">
<table id="ctl00_Grid" class=news>{_rows(row, number)}<tr><td colspan=3><table><tr>{numbers}</tr></table></td></tr></table>
<select name="ctl00$Kind"><option>{KIND}<option>ประกวดราคา</select><input type=text name=search><input type=submit name=find value=ค้นหา></form>""",
    )
    shown = shown.having(("ETag", f'"{number}"'))
    return shown if request.method == "POST" else shown.having(("Set-Cookie", f"{COOKIE}; path=/; HttpOnly"))


def _rows(row: Sequence[Post], number: int) -> str:
    """Every second row has another colour; the newest are marked by a picture."""
    shown = row[(number - 1) * PER_PAGE : number * PER_PAGE]
    return "\n".join(
        f"<tr bgcolor={'#FFFFCC' if n % 2 else '#FFFFFF'}><td width=20><img src=dot.gif width=9 height=9></td>"
        f'<td class=topic><a href="show.asp?id={post.id}&page={number}" target="_blank"><font color="#000099">{title(post)}</font></a>'
        f"{' <img src=new.gif alt=ใหม่>' if number == 1 and n < 3 else ''}</td><td class=day nowrap>({short_day(post.published)})</td></tr>"
        for n, post in enumerate(shown)
    )


def _article(site: WorldSite, post: Post) -> Answer:
    return _page(
        site,
        f"""<table width="98%" class=story cellpadding=4>
<tr bgcolor="#003399"><td><font color=white><b>{title(post)}</b></font></td></tr>
<tr><td align=right><font size=1>ลงข่าวโดย : webmaster วันที่ลงข่าว : {short_day(post.published)} จำนวนผู้อ่าน {post.id % 97} คน</font></td></tr>
<tr><td>{content(post, FILES)}</td></tr>
<tr><td align=center>[<a href="javascript:window.print()">พิมพ์หน้านี้</a>] [<a href="javascript:history.back()">กลับ</a>]</td></tr></table>""",
    )


def _page(site: WorldSite, body: str, status: int = 200) -> Answer:
    return _encoded(
        f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-874"><title>{escape(site.name)}</title></head>
<body bgcolor="#CCFFFF"><center><table width=780 border=0 cellspacing=0>
<tr><td colspan=2><img src=banner.jpg width=780 height=120></td></tr>
<tr><td colspan=2><marquee>ยินดีต้อนรับสู่เว็บไซต์ {escape(site.name)} วันที่ 28 ธันวาคม 2569 สัมมนาเครือข่าย</marquee></td></tr>
<tr valign=top><td width=180 bgcolor="#99CCFF"><table><tr><td><a href=news.asp>ข่าวประชาสัมพันธ์</a></td></tr><tr><td><a href=about.htm>ประวัติหน่วยงาน</a></td></tr><tr><td><a href=staff.htm>ทำเนียบบุคลากรของเรา</a></td></tr><tr><td>ผู้เข้าชม 0012345</td></tr></table></td>
<td width=600>{body}</td></tr>
<tr><td colspan=2 align=center><font size=1>{escape(site.address)}</font></td></tr></table></center></body></html>
""",
        status,
    )


def _encoded(markup: str, status: int = 200) -> Answer:
    # The server says no charset, as IIS did.
    return Answer(status, (("Content-Type", "text/html"),), markup.encode("cp874", "xmlcharrefreplace"))
