"""Joomla 3 as it stands at many ministries: a category list in a table, a hidden login form, counters, a sitemap."""

# ruff: noqa: E501  (markup as Joomla prints it)

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from tests.world.exchange import Answer, Request, page, xml
from tests.world.records import Post
from tests.world.sites import WorldSite
from tests.world.skins.paper import content, thai_day, upload
from tests.world.skins.wordpress.words import newest_first, title

PER_PAGE = 10
NEWS = "/index.php/home/news"
FILES = "/images/"


def answer(site: WorldSite, posts: Sequence[Post], request: Request) -> Answer:
    path = request.path
    if path.startswith(FILES):
        return upload(posts, path.removeprefix(FILES), request) or _not_found(site)
    if path == "/robots.txt":
        text = f"User-agent: *\nDisallow: /administrator/\nSitemap: {request.origin}/sitemap.xml\n"
        return Answer(200, (("Content-Type", "text/plain"),), text.encode())
    if path == "/sitemap.xml":
        return xml(_index(posts, request.origin))
    if year := re.fullmatch(r"/sitemap-(\d{4})\.xml", path):
        return xml(_map([post for post in posts if post.published[:4] == year[1]], request.origin))
    if path in {"/", "/index.php", "/index.php/home"}:
        return page(_frame(site, "หน้าแรก", _front(posts)))
    if path == NEWS:
        return _list(site, posts, request)
    if article := re.fullmatch(rf"{NEWS}/(\d+)-[\w-]+", path):
        post = next((post for post in posts if str(post.id) == article[1]), None)
        return _article(site, posts, post) if post else _not_found(site)
    return _not_found(site)


def address(post: Post) -> str:
    return f"{NEWS}/{post.id}-{post.slug}"


def _list(site: WorldSite, posts: Sequence[Post], request: Request) -> Answer:
    start = int(request.query.get("start", "0") or 0)
    shown = newest_first(posts)[start : start + PER_PAGE]
    rows = "\n".join(
        f'<tr class="cat-list-row{n % 2}"><td headers="categorylist_header_title" class="list-title"><a href="{address(post)}">{title(post)}</a></td>'
        f'<td headers="categorylist_header_date" class="list-date small">{thai_day(post.published)}</td>'
        f'<td class="list-author">เขียนโดย ผู้ดูแลระบบ</td><td class="list-hits"><span class="badge badge-info">ฮิต: {post.id * 7 % 900}</span></td></tr>'
        for n, post in enumerate(shown)
    )
    after = start + PER_PAGE
    more = f'<li class="pagination-next"><a title="ถัดไป" href="{NEWS}?start={after}" class="hasTooltip pagenav">ถัดไป</a></li>'
    body = f"""<div class="category-list"><h1>ข่าวกิจกรรม</h1><form action="{NEWS}" method="post" id="adminForm">
<table class="category table table-striped table-bordered table-hover"><thead><tr><th>หัวเรื่อง</th><th>วันที่เผยแพร่</th><th>ผู้เขียน</th><th>ฮิต</th></tr></thead><tbody>
{rows}
</tbody></table></form>
<div class="pagination"><ul class="pagination-list"><li class="pagination-start"><span>เริ่มแรก</span></li>{more if after < len(posts) else ""}</ul></div></div>"""
    return page(_frame(site, "ข่าวกิจกรรม", body))


def _article(site: WorldSite, posts: Sequence[Post], post: Post) -> Answer:
    row = newest_first(posts)
    place = row.index(post)
    near = [row[n] for n in (place + 1, place - 1) if 0 <= n < len(row)]
    pager = "".join(f'<li><a href="{address(other)}" rel="prev">{title(other)}</a></li>' for other in near)
    body = f"""<div class="item-page" itemscope itemtype="https://schema.org/Article"><meta itemprop="inLanguage" content="th-TH" />
<div class="page-header"><h2 itemprop="headline">{title(post)}</h2></div>
<div class="icons"><ul class="actions"><li class="print-icon"><a href="{address(post)}?tmpl=component&amp;print=1" rel="nofollow">พิมพ์</a></li><li class="email-icon"><a href="/index.php/component/mailto/">อีเมล</a></li></ul></div>
<dl class="article-info muted"><dt class="article-info-term">รายละเอียด</dt><dd class="createdby">เขียนโดย ผู้ดูแลระบบ</dd><dd class="published"><time datetime="{post.published}+07:00" itemprop="datePublished">เผยแพร่เมื่อ: {thai_day(post.published)}</time></dd><dd class="hits">ฮิต: {post.id * 7 % 900}</dd></dl>
<div itemprop="articleBody">
{content(post, FILES)}
</div>
<ul class="pager pagenav">{pager}</ul></div>"""
    return page(_frame(site, title(post), body))


def _not_found(site: WorldSite) -> Answer:
    return page(_frame(site, "404", "<h1>404 - ไม่พบหน้าที่ต้องการ</h1>"), 404)


def _front(posts: Sequence[Post]) -> str:
    blocks = "".join(
        f'<div class="items-leading"><h2><a href="{address(post)}">{title(post)}</a></h2></div>'
        for post in newest_first(posts)[:3]
    )
    return f'<div class="blog-featured">{blocks}<a class="btn" href="{NEWS}">ข่าวทั้งหมด</a></div>'


def _frame(site: WorldSite, name: str, body: str) -> str:
    return f"""<!DOCTYPE html>
<html lang="th-th"><head><meta charset="utf-8" /><title>{name} - {escape(site.name)}</title>
<meta name="generator" content="Joomla! - Open Source Content Management" />
<script src="/media/jui/js/jquery.min.js"></script></head>
<body class="site com_content view-article">
<div id="login-modal" style="display:none"><h3>Account</h3><p>Please wait, authorizing ...</p><form action="/index.php" method="post" id="login-form"><label>Username *</label><input name="username" /><label>Password *</label><input type="password" name="password" /><label>Remember Me</label><button>Log in</button></form></div>
<header class="header"><a class="brand" href="/">{escape(site.name)}</a><ul class="nav menu"><li><a href="/">หน้าแรก</a></li><li><a href="{NEWS}">ข่าวกิจกรรม</a></li><li><a href="/index.php/about">ติดต่อหน่วยงานของเรา</a></li><li><a href="/index.php/law">กฎหมายและระเบียบที่เกี่ยวข้อง</a></li></ul></header>
<div class="row-fluid"><main id="content" class="span9">
{body}
</main><div id="aside" class="span3"><div class="well"><h3>สถิติผู้เข้าชม</h3><p>วันนี้ 128 เมื่อวาน 305 ทั้งหมด 123456</p></div></div></div>
<footer class="footer"><p>{escape(site.address)}</p></footer>
</body></html>
"""


def _index(posts: Sequence[Post], origin: str) -> str:
    """A map a year, each with the stamp of its last change."""
    years = sorted({post.published[:4] for post in posts})
    changed = {year: max(post.changed for post in posts if post.published[:4] == year) for year in years}
    entries = "".join(
        f"<sitemap><loc>{origin}/sitemap-{year}.xml</loc><lastmod>{changed[year]}+07:00</lastmod></sitemap>"
        for year in years
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</sitemapindex>\n'


def _map(posts: Sequence[Post], origin: str) -> str:
    """The year's posts, and among them list pages, as such extensions do."""
    lists = "".join(f"<url><loc>{origin}{NEWS}?start={start}</loc></url>" for start in (0, 10))
    entries = "".join(
        f"<url><loc>{origin}{address(post)}</loc><lastmod>{post.changed}+07:00</lastmod></url>"
        for post in posts
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{lists}{entries}</urlset>\n'
