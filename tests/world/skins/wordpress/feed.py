"""The RSS feed: ten posts, newest first, with their whole text, and the site-wide validators of WordPress."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import md5
from html import escape

from tests.world.exchange import Answer, Request, or_304, xml
from tests.world.records import Post
from tests.world.sites import WorldSite
from tests.world.skins.wordpress import theme
from tests.world.skins.wordpress.words import content, excerpt, last_change, link, newest_first, rfc822, title

ITEMS = 10


def answer(site: WorldSite, posts: Sequence[Post], request: Request) -> Answer:
    number = int(request.query.get("paged", "1") or 1)
    shown = newest_first(posts)[(number - 1) * ITEMS : number * ITEMS]
    if not shown:
        return theme.not_found(site, posts, request)
    modified = rfc822(last_change(posts), usegmt=True)
    feed = xml(_feed(site, shown, last_change(posts), request.origin), "application/rss+xml")
    # Every page of the feed has these same two, since they date the site's last change.
    etag = f'"{md5(modified.encode()).hexdigest()}"'
    return or_304(request, feed.having(("Last-Modified", modified), ("ETag", etag)))


def _feed(site: WorldSite, posts: Sequence[Post], changed: str, origin: str) -> str:
    items = "".join(_item(post, origin) for post in posts)
    return f"""<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
\txmlns:content="http://purl.org/rss/1.0/modules/content/"
\txmlns:dc="http://purl.org/dc/elements/1.1/"
\txmlns:atom="http://www.w3.org/2005/Atom"
\txmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
<channel>
\t<title>{escape(site.name)}</title>
\t<atom:link href="{origin}/feed" rel="self" type="application/rss+xml" />
\t<link>{origin}</link>
\t<description>{escape(site.tagline)}</description>
\t<lastBuildDate>{rfc822(changed)}</lastBuildDate>
\t<language>th</language>
\t<sy:updatePeriod>hourly</sy:updatePeriod>
\t<generator>https://wordpress.org/?v=6.1.9</generator>
{items}</channel>
</rss>
"""


def _item(post: Post, origin: str) -> str:
    address = link(origin, post)
    return f"""\t<item>
\t\t<title>{title(post)}</title>
\t\t<link>{address}</link>
\t\t<dc:creator><![CDATA[admin]]></dc:creator>
\t\t<pubDate>{rfc822(post.published)}</pubDate>
\t\t<category><![CDATA[{post.category}]]></category>
\t\t<guid isPermaLink="false">{origin}/?p={post.id}</guid>
\t\t<description><![CDATA[{excerpt(post)}]]></description>
\t\t<content:encoded><![CDATA[{content(post, origin)}]]></content:encoded>
\t</item>
"""
