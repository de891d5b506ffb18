"""The REST API, by /wp-json or ?rest_route=: posts, media, categories; WordPress's paging and errors."""

from __future__ import annotations

import json
import math
import mimetypes
import re
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from tests.world.exchange import Answer, Request
from tests.world.records import THAI, File, Post, utc
from tests.world.sites import WorldSite
from tests.world.skins.wordpress.words import (
    categories,
    category_id,
    category_slug,
    content,
    excerpt,
    link,
    newest_first,
    title,
)

Item = dict[str, Any]
MOMENTS = {
    "after": "date_gmt",
    "before": "date_gmt",
    "modified_after": "modified_gmt",
    "modified_before": "modified_gmt",
}
ORDERS: dict[str, Callable[[Item], Any]] = {
    "date": lambda item: item["date_gmt"],
    "modified": lambda item: item["modified_gmt"],
    "id": lambda item: item["id"],
    "slug": lambda item: item["slug"],
    "title": lambda item: item["title"]["rendered"],
}


class Wrong(Exception):
    """A request that WordPress refuses: its status, code and message."""

    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(message)
        self.answer = _json({"code": code, "message": message, "data": {"status": status}}, status)


def answer(site: WorldSite, posts: Sequence[Post], request: Request, route: str) -> Answer:
    try:
        return _answer(site, posts, request, route.rstrip("/"))
    except Wrong as wrong:
        return wrong.answer


def _answer(site: WorldSite, posts: Sequence[Post], request: Request, route: str) -> Answer:
    if route == "":
        return _json(_fields(_index(site, request.origin), request))
    if route == "/wp/v2/types":
        return _json(_types(site))
    kinds = "|".join(("posts", "media", "pages", "categories", *dict(site.types)))
    found = re.fullmatch(rf"/wp/v2/({kinds})(?:/(\d+))?", route)
    if not found:
        raise Wrong(404, "rest_no_route", "No route was found matching the URL and request method.")
    items = _items(found[1], site, posts, request.origin)
    if found[2] is None:
        return _listing(items, request)
    one = next((item for item in items if item["id"] == int(found[2])), None)
    if one is None:
        raise Wrong(404, "rest_post_invalid_id", "Invalid post ID.")
    return _json(_fields(one, request))


def _index(site: WorldSite, origin: str) -> Item:
    return {
        "name": site.name,
        "description": site.tagline,
        "url": origin,
        "home": origin,
        "gmt_offset": 7,
        "timezone_string": "Asia/Bangkok",
        "namespaces": ["oembed/1.0", "wp/v2"],
    }


def _types(site: WorldSite) -> Item:
    own = {"post": "posts", "page": "pages", "attachment": "media", "wp_block": "blocks"}
    named = own | {kind.rstrip("s"): kind for kind, _ in site.types}
    return {name: {"slug": name, "rest_base": base} for name, base in named.items()}


def _items(kind: str, site: WorldSite, posts: Sequence[Post], origin: str) -> list[Item]:
    types = dict(site.types)
    if kind == "posts":
        return [_post(post, origin) for post in newest_first(posts) if post.category not in types.values()]
    if kind in types:
        return [_post(post, origin) for post in newest_first(posts) if post.category == types[kind]]
    if kind == "media":
        return [
            _media(post, file, n, origin)
            for post in newest_first(posts)
            for n, file in enumerate(post.files, start=1)
        ] + [_alone(file, n, origin) for n, file in enumerate(site.library, start=9001)]
    if kind == "categories":
        return [_category(name, posts, origin) for name in categories(posts)]
    return []  # the site has no pages


def _post(post: Post, origin: str) -> Item:
    """The post with the keys of WordPress in its order."""
    return {
        **_dated(post.id, post, f"{origin}/?p={post.id}"),
        "slug": post.slug,
        "status": "publish",
        "type": "post",
        "link": link(origin, post),
        "title": {"rendered": title(post)},
        "content": {"rendered": content(post, origin), "protected": False},
        "excerpt": {"rendered": f"<p>{excerpt(post)}</p>\n", "protected": False},
        "author": 1,
        "featured_media": 0,
        "sticky": False,
        "template": "",
        "format": "standard",
        "meta": [],
        "categories": [category_id(post.category)],
        "tags": [],
    }


def _media(post: Post, file: File, n: int, origin: str) -> Item:
    address = f"{origin}/wp-content/uploads/{file.path}"
    return {
        **_dated(post.id + n, post, address),
        "slug": f"{post.slug}-{n}",
        "status": "inherit",
        "type": "attachment",
        "link": f"{link(origin, post)}/{post.slug}-{n}",
        "title": {"rendered": file.title},
        "author": 1,
        "media_type": "file",
        "mime_type": mimetypes.guess_type(file.path)[0],
        "post": post.id,
        "source_url": address,
    }


def _alone(file: File, number: int, origin: str) -> Item:
    """A file that hangs on no post."""
    nowhere = Post(number, "", "", "2025-07-01T09:00:00", "", None)
    slug = f"file-{number}"
    return _media(nowhere, file, 0, origin) | {"slug": slug, "link": f"{origin}/{slug}", "post": None}


def _dated(number: int, post: Post, guid: str) -> Item:
    return {
        "id": number,
        "date": post.published,
        "date_gmt": utc(post.published),
        "guid": {"rendered": guid},
        "modified": post.changed,
        "modified_gmt": utc(post.changed),
    }


def _category(name: str, posts: Sequence[Post], origin: str) -> Item:
    count = sum(post.category == name for post in posts)
    stamps = {"date_gmt": "", "modified_gmt": ""}  # so that one order fits all; WordPress has none here
    slug = category_slug(name)
    named = {"id": category_id(name), "name": name, "slug": slug, "title": {"rendered": name}}
    return {**named, "count": count, "link": f"{origin}/category/{slug}", **stamps}


def _listing(items: list[Item], request: Request) -> Answer:
    query = request.query
    size = _whole(query, "per_page", 10, 100)
    number = _whole(query, "page", 1, None)
    chosen = _ordered([item for item in items if _asked_for(item, query)], query)
    pages = math.ceil(len(chosen) / size)
    if number > max(pages, 1):
        message = "The page number requested is larger than the number of pages available."
        raise Wrong(400, "rest_post_invalid_page_number", message)
    shown = [_fields(item, request) for item in chosen[(number - 1) * size : number * size]]
    counts = ("X-WP-Total", str(len(chosen))), ("X-WP-TotalPages", str(pages))
    return _json(shown).having(*counts, *_neighbours(request, number, pages))


def _whole(query: dict[str, str], name: str, default: int, most: int | None) -> int:
    value = query.get(name, str(default))
    if not value.isdigit() or int(value) < 1 or (most and int(value) > most):
        raise _invalid(name)
    return int(value)


def _invalid(name: str) -> Wrong:
    return Wrong(400, "rest_invalid_param", f"Invalid parameter(s): {name}")


def _asked_for(item: Item, query: dict[str, str]) -> bool:
    """Whether the item passes the filters; `after` and `modified_after` mean strictly after."""
    for name, field in MOMENTS.items():
        if name in query:
            moment, limit = item[field], _moment(query[name], name)
            if not (moment > limit if name.endswith("after") else moment < limit):
                return False
    if "media_type" in query and not str(item.get("mime_type")).startswith(query["media_type"] + "/"):
        return False
    including = {int(number) for number in query.get("include", "").split(",") if number.isdigit()}
    excluding = {int(number) for number in query.get("exclude", "").split(",") if number.isdigit()}
    slugs = query.get("slug", item["slug"]).split(",")
    return (
        (not including or item["id"] in including) and item["id"] not in excluding and item["slug"] in slugs
    )


def _moment(value: str, name: str) -> str:
    """A moment of the query in UTC, without a zone; one that names no zone means the site's own."""
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        raise _invalid(name) from None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=THAI)
    return utc(moment.astimezone(THAI).replace(tzinfo=None).isoformat(timespec="seconds"))


def _ordered(items: list[Item], query: dict[str, str]) -> list[Item]:
    order, direction = query.get("orderby", "date"), query.get("order", "desc")
    if order not in ORDERS or direction not in {"asc", "desc"}:
        raise _invalid("orderby" if order not in ORDERS else "order")
    return sorted(items, key=ORDERS[order], reverse=direction == "desc")


def _fields(item: Item, request: Request) -> Item:
    """The item with the fields of `_fields` alone: "id,title.rendered"; a name brings all that is in it."""
    wanted = [
        value for name, value in parse_qsl(urlsplit(request.target).query) if name.startswith("_fields")
    ]
    if not wanted:
        return item
    paths = {path.strip() for path in ",".join(wanted).split(",")}
    inside = {name: _inside(value, name, paths) for name, value in item.items()}
    return {name: value for name, value in inside.items() if value not in ({}, None)}


def _inside(value: Any, name: str, paths: set[str]) -> Any:
    """The value or the part of it that the paths name; None for nothing."""
    if name in paths:
        return value
    if not isinstance(value, dict):
        return None
    return {inner: value[inner] for inner in value if f"{name}.{inner}" in paths}


def _neighbours(request: Request, number: int, pages: int) -> list[tuple[str, str]]:
    """The Link header of a listing, to the pages before and after."""
    links = []
    for name, other in (("prev", number - 1), ("next", number + 1)):
        if 1 <= other <= pages:
            query = urlencode({**request.query, "page": other})
            links.append(f'<{request.origin}{urlsplit(request.target).path}?{query}>; rel="{name}"')
    return [("Link", ", ".join(links))] if links else []


def _json(value: Any, status: int = 200) -> Answer:
    body = json.dumps(value, separators=(",", ":")).replace("/", "\\/")  # as PHP writes it
    headers = (
        ("Content-Type", "application/json; charset=UTF-8"),
        ("X-Robots-Tag", "noindex"),
        ("Allow", "GET"),
    )
    return Answer(status, headers, body.encode())
