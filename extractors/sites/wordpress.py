"""WordPress: the REST listing with its posts' texts, or the feed where REST is shut off."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from extractors.errors import LayoutChanged
from extractors.formats.media import names_document
from extractors.records import Capture, Link, Site
from extractors.sites import feed
from extractors.sites.addresses import file_id
from extractors.sites.feed import Walk, said

POSTS, MEDIA = "posts", "media"
# Types that WordPress and its page builders keep for themselves.
_OWN = re.compile(r"(?:post|page|attachment|nav_menu_item|wp_\w+|elementor_\w+|e-[\w-]+|jet-[\w-]+)$")
PER_PAGE = 100  # the most that WordPress gives
# A listing sorted by date or by change loses posts where stamps tie, so it is
# asked for by id; and its moments are UTC, since one without "Z" would mean
# the site's own zone.
QUERY = {
    "per_page": PER_PAGE,
    "orderby": "id",
    "order": "asc",
    "_fields": "id,date_gmt,modified_gmt,link,title,content",
}
# Of the media library what is no picture, sound or film: what posts bear and what hangs on none of them.
MEDIA_QUERY = QUERY | {"_fields": "id,date_gmt,title,source_url", "media_type": "application"}
Address = Callable[[Site, str, str | None, int], str]
FEED_PAGES = 1000  # 10,000 posts; a feed whose pages never end is cut here


def discover(site: Site, since: str | None) -> Walk:
    """Every page of the REST listings, by pretty or plain address; else of the feed."""
    for address in (_pretty, _plain):
        capture = yield address(site, POSTS, since, 1)
        if _posts(capture) is not None:
            return (yield from _discover_rest(site, since, address, capture))
    return (yield from _discover_feed(site, since, capture))


def _discover_rest(site: Site, since: str | None, address: Address, first: Capture) -> Walk:
    """The posts, then each further type; all of them are numbered in one row.

    Of the media library, which numbers fonts and scripts too, what is read counts.
    """
    total = 0
    for kind in (POSTS, *site.types):
        capture = first if kind == POSTS else (yield address(site, kind, since, 1))
        if _posts(capture) is None:
            came = f"expected posts of the type {kind!r}, got {said(capture)}"
            raise LayoutChanged(capture.url, f"{came}; correct `types` of {site.id}")
        files = len(links(capture, site)) if kind == MEDIA else 0
        for page in range(2, _number(capture, "X-WP-TotalPages") + 1):
            further = yield address(site, kind, since, page)
            files += len(links(further, site)) if kind == MEDIA else 0
        total += files if kind == MEDIA else _number(capture, "X-WP-Total")
    return total


def _discover_feed(site: Site, since: str | None, refusal: Capture) -> Walk:
    seen: set[str] = set()
    for page in range(1, FEED_PAGES + 1):
        capture = yield f"{site.url}feed/" + (f"?paged={page}" if page > 1 else "")
        if page == 1 and not feed.is_feed(capture):
            raise LayoutChanged(
                site.url,
                f"expected WordPress; its REST API gave {said(refusal)}, its feed {said(capture)}; "
                "correct `url` or `kind` in sites.toml",
            )
        listed = feed.links(capture, site)
        # The last page is followed by 404, or by itself again where a plugin answers for it.
        if not any(link.id not in seen and (link.modified or "9") > (since or "") for link in listed):
            break
        seen.update(link.id for link in listed)
    return None


def links(capture: Capture, site: Site) -> tuple[Link, ...]:
    """The posts or files of a REST listing, or the posts of a feed page."""
    posts = _posts(capture)
    if posts is None:
        return feed.links(capture, site)
    found = (_file(post, site) if _is_file(post) else _link(post, site) for post in posts)
    return tuple(link for link in found if link is not None)


def types(capture: Capture) -> list[str]:
    """The lists of further types of posts that a site's /wp/v2/types names, without WordPress's own."""
    try:
        named = json.loads(capture.body) if capture.status == 200 else {}
    except ValueError:
        return []
    if not isinstance(named, dict):
        return []
    said = {name: kind.get("rest_base") for name, kind in named.items() if isinstance(kind, dict)}
    return [str(base) for name, base in said.items() if base and not _OWN.match(name)]


def _pretty(site: Site, kind: str, since: str | None, page: int) -> str:
    return f"{site.url}wp-json/wp/v2/{kind}?{_query(kind, since, page)}"


def _plain(site: Site, kind: str, since: str | None, page: int) -> str:
    return f"{site.url}?rest_route=/wp/v2/{kind}&{_query(kind, since, page)}"


def _query(kind: str, since: str | None, page: int) -> str:
    query = MEDIA_QUERY if kind == MEDIA else QUERY
    return urlencode(query | {"page": page} | ({"modified_after": since} if since else {}))


def _posts(capture: Capture) -> list[dict[str, Any]] | None:
    """The listing's posts; None where the answer is no listing."""
    if capture.status != 200:
        return None
    try:
        posts = json.loads(capture.body)
    except ValueError:
        return None
    # An error of WordPress, and the index of a host that answers everything, are objects.
    return posts if isinstance(posts, list) else None


def _number(capture: Capture, header: str) -> int:
    value = capture.header(header)
    if value is None or not value.isdigit():
        raise LayoutChanged(
            capture.url, f"expected a number in {header}, got {value!r}; is a proxy dropping it?"
        )
    return int(value)


def _link(post: dict[str, Any], site: Site) -> Link:
    try:
        return Link(
            id=f"{site.id}/{post['id']}",
            url=post["link"],
            title=_text(post["title"]["rendered"]),
            published=_utc(post.get("date_gmt")),
            modified=_utc(post.get("modified_gmt")),
            content=post["content"]["rendered"] or None,
        )
    except (KeyError, TypeError) as error:
        raise LayoutChanged(
            site.url, f"expected id, link, title and content of a post, missing {error} in {str(post)[:80]}"
        ) from None


def _is_file(item: Any) -> bool:
    return isinstance(item, dict) and "source_url" in item


def _file(item: dict[str, Any], site: Site) -> Link | None:
    """A file of the media library under the id that it has as a post's attachment; None for what is not read.

    Without a stamp, as attachments are: what is held under that id is not asked for again.
    """
    address = str(item["source_url"])
    if not names_document(address):
        return None
    title = item.get("title")
    return Link(
        id=file_id(address, site),
        url=address,
        title=_text(str(title.get("rendered", ""))) if isinstance(title, dict) else None,
        published=_utc(item.get("date_gmt")),
    )


def _text(markup: str) -> str | None:
    return html.unescape(re.sub(r"<[^>]+>", "", markup)).strip() or None


def _utc(stamp: str | None) -> str | None:
    return f"{stamp}Z" if stamp else None
