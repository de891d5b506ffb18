"""The HTML pages: a post, a listing, a 404, in a theme with all that surrounds the text on real sites.

Share buttons, related posts and the chat widget stand inside .entry-content,
where Jetpack and chat plugins put them; the widget's "Message us" is inline,
so that it sticks to the last sentence.
"""

# ruff: noqa: E501  (markup as the plugins print it)

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape

from tests.world.exchange import Answer, Request, page
from tests.world.records import Post
from tests.world.sites import WorldSite
from tests.world.skins.wordpress.words import (
    categories,
    category_slug,
    content,
    excerpt,
    link,
    newest_first,
    rfc822,
    title,
)

PER_PAGE = 10
MONTHS = [
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
]


def article(site: WorldSite, posts: Sequence[Post], post: Post, request: Request) -> Answer:
    origin = request.origin
    address = link(origin, post)
    head = f"""<link rel="canonical" href="{address}" />
<link rel="shortlink" href="{origin}/?p={post.id}" />
<meta property="og:title" content="{escape(post.title)}" />
<meta property="og:type" content="article" />
<meta property="article:published_time" content="{post.published}+07:00" />
<meta property="article:modified_time" content="{post.changed}+07:00" />"""
    body = f"""<article id="post-{post.id}" class="post-{post.id} post type-post status-publish format-standard hentry">
<header class="entry-header"><h1 class="entry-title">{title(post)}</h1>
<div class="entry-meta"><span class="byline">Author: <a href="{origin}/author/admin">admin</a></span> <time class="entry-date published" datetime="{post.published}+07:00">{western(post.published)}</time> <span class="cat-links"><a href="{origin}/category/{category_slug(post.category)}">{post.category}</a></span> <span class="views">0 {post.id % 97 * 13 + 41}</span></div></header>
<div class="entry-content">
{content(post, origin).rstrip()}{_chat(origin)}
{_share(address)}
{_related(posts, post, origin)}
</div><!-- .entry-content -->
</article>
{_neighbours(posts, post, origin)}
{_reply_form(post, origin)}"""
    return page(_frame(site, posts, origin, f"{title(post)} &#8211; {escape(site.name)}", head, body))


def listing(
    site: WorldSite, posts: Sequence[Post], chosen: Sequence[Post], number: int, request: Request
) -> Answer:
    """Page `number` of the chosen posts, newest first, with excerpts."""
    shown = newest_first(chosen)[(number - 1) * PER_PAGE : number * PER_PAGE]
    if not shown:
        return not_found(site, posts, request)
    origin = request.origin
    entries = "\n".join(
        f'<article class="post hentry"><h2 class="entry-title"><a href="{link(origin, post)}" rel="bookmark">{title(post)}</a></h2>'
        f'<div class="entry-summary"><p>{excerpt(post)}</p></div></article>'
        for post in shown
    )
    base = request.path.split("/page/")[0].rstrip("/")
    older = f'<a class="next page-numbers" href="{origin}{base}/page/{number + 1}">เรื่องเก่ากว่า</a>'
    more = older if number * PER_PAGE < len(chosen) else ""
    body = f'{entries}\n<nav class="navigation pagination">{more}</nav>'
    return page(_frame(site, posts, origin, escape(site.name), "", body))


def not_found(site: WorldSite, posts: Sequence[Post], request: Request) -> Answer:
    body = """<section class="error-404 not-found"><h1 class="page-title">ไม่พบหน้าที่ท่านต้องการ</h1>
<p>ดูเหมือนว่าไม่มีอะไรอยู่ที่นี่ ลองค้นหาดูไหม</p></section>"""
    return page(_frame(site, posts, request.origin, "Page not found", "", body), 404)


def western(moment: str) -> str:
    """The day as WordPress in Thai prints it: month first, and the Gregorian year.

    >>> western("2020-12-25T16:40:12")
    'ธันวาคม 25, 2020'
    """
    day = date.fromisoformat(moment[:10])
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def _frame(site: WorldSite, posts: Sequence[Post], origin: str, name: str, head: str, body: str) -> str:
    return f"""<!DOCTYPE html>
<html lang="th">
<head>
<meta charset="UTF-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>{name}</title>
<link rel="alternate" type="application/rss+xml" title="{escape(site.name)} &raquo; Feed" href="{origin}/feed" />
<link rel="https://api.w.org/" href="{origin}/wp-json/" />
<meta name="generator" content="WordPress 6.1.9" />
{head}
<style>.site{{max-width:70rem;margin:auto}} .skip-link{{position:absolute;left:-999px}}</style>
<script>window._wpemojiSettings={{"baseUrl":"{origin}/emoji/"}};</script>
</head>
<body class="wp-embed-responsive is-light-theme">
<div id="fb-root"></div>
<div id="cookie-notice" role="dialog" class="cookie-notice"><div class="cookie-notice-container"><span id="cn-notice-text">เว็บไซต์นี้ใช้คุกกี้เพื่อพัฒนาประสบการณ์การใช้งานของท่าน ท่านสามารถศึกษารายละเอียดได้ที่ นโยบายความเป็นส่วนตัว</span><button id="cn-accept-cookie">ยอมรับทั้งหมด</button></div></div>
<div id="page" class="site">
<a class="skip-link screen-reader-text" href="#content">ข้ามไปยังเนื้อหา</a>
<header id="masthead" class="site-header"><p class="site-title"><a href="{origin}/" rel="home">{escape(site.name)}</a></p><p class="site-description">{escape(site.tagline)}</p>
{_menu(posts, origin)}</header>
<div id="content" class="site-content"><main id="main" class="site-main">
{body}
</main>
{_sidebar(posts, origin)}</div>
{_footer(site)}
</div>
<p>fbpx</p>
</body>
</html>
"""


def _menu(posts: Sequence[Post], origin: str) -> str:
    names = "".join(
        f'<li class="menu-item"><a href="{origin}/category/{category_slug(name)}">{name}</a></li>'
        for name in categories(posts)
    )
    fixed = "<li><a href='/'>หน้าแรก</a></li><li><a href='/about'>เกี่ยวกับเรา</a></li><li><a href='/old'>เว็บไซต์เก่า</a></li>"
    return f'<nav id="site-navigation" class="primary-navigation"><ul id="primary-menu-list">{fixed}{names}</ul></nav>\n'


def _share(address: str) -> str:
    return f"""<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Spread the love</h3><ul><li><a rel="nofollow" class="share-twitter" href="{address}?share=twitter">Tweet</a></li><li><a rel="nofollow" class="share-facebook" href="{address}?share=facebook">แชร์</a></li><li><a rel="nofollow" class="share-line" href="{address}?share=line">Add LINE</a></li></ul></div>"""


def _related(posts: Sequence[Post], post: Post, origin: str) -> str:
    """Three other posts, with their dates: days and names that are not this post's."""
    others = [
        other for other in newest_first(posts) if other.category == post.category and other.id != post.id
    ]
    items = "".join(
        f'<li><a href="{link(origin, other)}">{title(other)}</a> <span class="jp-relatedposts-post-date">{western(other.published)}</span></li>'
        for other in others[:3]
    )
    return f'<div id="jp-relatedposts" class="jp-relatedposts"><h3 class="jp-relatedposts-headline"><em>เรื่องที่เกี่ยวข้อง</em></h3><ul>{items}</ul></div>'


def _chat(origin: str) -> str:
    return f'<span class="wp-chat-widget"><a href="{origin}/chat">Message us</a></span>'


def _neighbours(posts: Sequence[Post], post: Post, origin: str) -> str:
    row = newest_first(posts)
    place = row.index(post)
    near = [row[n] for n in (place + 1, place - 1) if 0 <= n < len(row)]
    links = "".join(f'<a href="{link(origin, other)}">{title(other)}</a> ' for other in near)
    return f'<nav class="navigation post-navigation">{links}</nav>'


def _reply_form(post: Post, origin: str) -> str:
    return f"""<div id="comments"><div id="respond" class="comment-respond"><h3>LEAVE A REPLY</h3><form action="{origin}/wp-comments-post.php" method="post"><p>Please enter your comment! Please enter your name here</p><textarea name="comment"></textarea><input type="hidden" name="comment_post_ID" value="{post.id}" /><button>code</button></form></div></div>"""


def _sidebar(posts: Sequence[Post], origin: str) -> str:
    latest = "".join(
        f'<li><a href="{link(origin, post)}">{title(post)}</a><span class="post-date">{rfc822(post.published)[5:16]}</span></li>'
        for post in newest_first(posts)[:5]
    )
    return f"""<aside id="secondary" class="widget-area"><section class="widget widget_search"><form role="search" action="{origin}/"><input name="s" placeholder="ค้นหา …" /></form></section>
<section class="widget widget_recent_entries"><h2 class="widget-title">LASTEST NEWS</h2><ul>{latest}</ul></section>
<section class="widget widget_text"><h2 class="widget-title">ปฏิทินกิจกรรม</h2><p>วันที่ 28 ธันวาคม 2569 สัมมนาเครือข่ายประจำปี ณ หอประชุมริมน้ำ</p></section></aside>"""


def _footer(site: WorldSite) -> str:
    return f"""<footer id="colophon" class="site-footer"><address>{escape(site.name)} {escape(site.address)}</address><p>จำนวนผู้เข้าชม 123,456 คน</p><p class="powered-by">Proudly powered by <a href="https://wordpress.org/">WordPress</a>.</p></footer>"""
