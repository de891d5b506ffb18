"""robots.txt and the sitemaps of WordPress's core, which say no <lastmod>."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tests.world.exchange import Answer, Request, xml
from tests.world.records import Post
from tests.world.skins.wordpress.words import categories, category_slug, link

_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def robots(request: Request) -> Answer:
    text = f"""User-agent: *
Disallow: /wp-admin/
Allow: /wp-admin/admin-ajax.php

Sitemap: {request.origin}/wp-sitemap.xml
"""
    return Answer(200, (("Content-Type", "text/plain; charset=utf-8"),), text.encode())


def answer(posts: Sequence[Post], request: Request) -> Answer | None:
    """The index or one of its two maps; None for a map that is not there."""
    origin = request.origin
    posts_map, categories_map = "/wp-sitemap-posts-post-1.xml", "/wp-sitemap-taxonomies-category-1.xml"
    maps = {
        "/wp-sitemap.xml": lambda: _index([origin + posts_map, origin + categories_map]),
        posts_map: lambda: _urlset(link(origin, post) for post in sorted(posts, key=lambda post: post.id)),
        categories_map: lambda: _urlset(
            f"{origin}/category/{category_slug(name)}" for name in categories(posts)
        ),
    }
    return xml(maps[request.path]()) if request.path in maps else None


def _index(addresses: Iterable[str]) -> str:
    entries = "".join(f"<sitemap><loc>{address}</loc></sitemap>" for address in addresses)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex {_NAMESPACE}>{entries}</sitemapindex>\n'


def _urlset(addresses: Iterable[str]) -> str:
    entries = "".join(f"<url><loc>{address}</loc></url>" for address in addresses)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset {_NAMESPACE}>{entries}</urlset>\n'
