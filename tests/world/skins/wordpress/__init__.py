"""WordPress 6.1 as Debian has it, behind permalinks /archives/<id>: which address is answered by what."""

from __future__ import annotations

import hashlib
import mimetypes
import re
from collections.abc import Sequence

from tests.world.exchange import Answer, Request, or_304, redirect
from tests.world.records import Post
from tests.world.sites import WorldSite
from tests.world.skins.wordpress import feed, rest, sitemap, theme
from tests.world.skins.wordpress.words import category_slug, link

UPLOADS = "/wp-content/uploads/"


def answer(site: WorldSite, posts: Sequence[Post], request: Request) -> Answer:
    """`posts` are those that are published at that moment, in any order."""
    answered = _answer(site, posts, request).having(("Server", "Apache/2.4.62 (Debian)"))
    if any(name == "Link" for name, _ in answered.headers):
        return answered
    return answered.having(("Link", f'<{request.origin}/wp-json/>; rel="https://api.w.org/"'))


def _answer(site: WorldSite, posts: Sequence[Post], request: Request) -> Answer:
    path, query = request.path, request.query
    if path.startswith(UPLOADS):
        return _upload(site, posts, request)
    if path.startswith("/wp-json"):
        return rest.answer(site, posts, request, path.removeprefix("/wp-json"))
    if "rest_route" in query:
        return rest.answer(site, posts, request, query["rest_route"])
    if path in {"/feed", "/feed/"} or query.get("feed") in {"rss2", "feed"}:
        return feed.answer(site, posts, request)
    if path == "/robots.txt":
        return sitemap.robots(request)
    if path == "/sitemap.xml":
        return redirect(f"{request.origin}/wp-sitemap.xml", 302)
    if path.startswith("/wp-sitemap"):
        return sitemap.answer(posts, request) or theme.not_found(site, posts, request)
    return _page(site, posts, request)


def _page(site: WorldSite, posts: Sequence[Post], request: Request) -> Answer:
    by_id = {str(post.id): post for post in posts}
    if request.query.get("p") in by_id:
        return redirect(link(request.origin, by_id[request.query["p"]]))
    if article := re.fullmatch(r"(?:/index\.php)?/archives/(\d+)/?", request.path):
        found = by_id.get(article[1])
        return theme.article(site, posts, found, request) if found else theme.not_found(site, posts, request)
    if listing := re.fullmatch(r"(?:/category/([\w-]+))?(?:/page/(\d+))?/?", request.path):
        chosen = [post for post in posts if listing[1] in {None, category_slug(post.category)}]
        return theme.listing(site, posts, chosen, int(listing[2] or 1), request)
    return theme.not_found(site, posts, request)


def _upload(site: WorldSite, posts: Sequence[Post], request: Request) -> Answer:
    """A file of a published post or of none, with the validators that Apache gives to files."""
    wanted = request.path.removeprefix(UPLOADS)
    files = (*site.library, *(file for post in posts for file in post.files))
    body = next((file.body() for file in files if file.path == wanted), None)
    if body is None:
        return theme.not_found(site, posts, request)
    media_type = mimetypes.guess_type(wanted)[0] or "application/octet-stream"
    etag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
    return or_304(request, Answer(200, (("Content-Type", media_type), ("ETag", etag)), body))
