"""Which addresses are documents: not lists of them, not another site's, and each under one id."""

from __future__ import annotations

import re
from dataclasses import replace
from fnmatch import fnmatchcase
from urllib.parse import parse_qsl, quote, unquote, urlencode, urljoin, urlsplit, urlunsplit

from extractors.records import Link, Site

# Parameters that name no document: what share buttons, advertisers and reply links add.
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|share|nb|replytocom|print|tmpl|PHPSESSID", re.I)
# Parameters that say from where one came: a menu's number in Joomla, the page of the list.
_WAY = re.compile(r"itemid|page|paged|pageno|page_no|pg|start|limitstart", re.I)
# Parameters that number a document, and not its category, its group or a menu.
_NUMBER = re.compile(r"(?!.*(?:cat|type|group|menu|item|sec))\w*id|p|no|code", re.I)

_FRONT = r"/?|/(?:th|en)|(?:/[\w-]+)?/(?:index|default|home|main)(?:\.\w+)?"
# What is left of an address when it leads to a list; paths in lower case. To add one: a line here.
_LIST_PATHS = re.compile(
    "|".join(
        (
            _FRONT,
            r".*/page/\d+",  # WordPress
            r"/(?:index\.php/)?(?:category|categories|tag|tags|author|search)(?:/.*)?",
            r".*/(?:category|tag|author)/[^/]+",
            r"(?:/index\.php|.*/date)?(?:/(?:19|20|25)\d\d)(?:/\d\d){0,2}",  # a year, a month, a day
            r".*/(?:feed|rss|atom|sitemap)(?:/\w+)?",
            r".*\.(?:xml|xml\.gz|rss)",
            r"/taxonomy/term/\d+",  # Drupal
            r"/(?:wp-json|wp-admin|wp-login\.php|administrator)(?:/.*)?",
        )
    )
)
_LIST_NAMES = {
    "paged",
    "cat",
    "tag",
    "author",
    "s",
    "m",
    "feed",
    "rest_route",
    "limitstart",
    "start",
    "page",
    "pg",
}
_LIST_VALUES = {("view", "category"), ("view", "categories"), ("view", "featured"), ("layout", "blog")}


def is_list_page(url: str) -> bool:
    """Whether an address is that of a list of documents, of one page of such a list, or of the front page.

    >>> [is_list_page(f"http://a.th/{path}") for path in ("", "category/news/page/25", "?cat=120", "2563/08")]
    [True, True, True, True]
    >>> [is_list_page(f"http://a.th/{path}") for path in ("?p=15360", "archives/268717", "a.php?id=7&page=2")]
    [False, False, False]
    """
    parts = urlsplit(url)
    query = [(name.lower(), value) for name, value in parse_qsl(parts.query, keep_blank_values=True)]
    if _LIST_VALUES.intersection(query):
        return True
    if any(_NUMBER.fullmatch(name) and value for name, value in query):
        return False
    if any(name in _LIST_NAMES for name, _ in query):
        return True
    path = unquote(parts.path).lower().rstrip("/")
    return not query and _LIST_PATHS.fullmatch(path) is not None


def is_front_page(url: str) -> bool:
    """Whether an address is that of a site's first page.

    >>> [is_front_page(f"http://a.th/{path}") for path in ("", "th/index.php", "?p=7", "index.php/news")]
    [True, True, False, False]
    """
    parts = urlsplit(url)
    return not parts.query and re.fullmatch(_FRONT, unquote(parts.path).lower().rstrip("/")) is not None


def is_document(url: str, site: Site) -> bool:
    """Whether an address may be one of the site's documents: on its host, no list, within its `paths`."""
    parts = urlsplit(url)
    path = unquote(parts.path) + (f"?{unquote(parts.query)}" if parts.query else "")
    wanted = not site.paths or any(fnmatchcase(path, shape) for shape in site.paths)
    return wanted and is_own(url, site) and not is_list_page(url)


def is_own(url: str, site: Site) -> bool:
    """Whether an address lies on the site's host, or on one of its former ones; "www." makes no other host.

    >>> is_own("https://www.obec.go.th/archives/7", Site("obec", "", "http://obec.go.th/", "sitemap"))
    True
    """
    return host(url) in {host(known) for known in (site.url, *site.was)}


def host(url: str) -> str:
    """The host's name without "www.", and its port where one is given."""
    try:
        parts = urlsplit(url)
        port = f":{parts.port}" if parts.port and parts.port not in (80, 443) else ""
    except ValueError:
        return ""
    return (parts.hostname or "").removeprefix("www.") + port


def clean(url: str, base: str = "") -> str | None:
    """The whole address without fragment and tracking parameters; None where it is no web address.

    >>> clean("view.php?id=7&fbclid=x#top", "http://a.th/news/")
    'http://a.th/news/view.php?id=7'
    """
    try:
        parts = urlsplit(urljoin(base, "".join(url.split())))
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return None
    pairs = (pair for pair in parts.query.split("&") if pair)
    query = "&".join(pair for pair in pairs if not _TRACKING.fullmatch(pair.partition("=")[0]))
    # Thai is written plainly in many lists, while a request can hold ASCII alone.
    path, query = quote(parts.path or "/", "/%:@!$&'()*+,;=~"), quote(query, "/%:@!$&'()*+,;=~?[]")
    return urlunsplit((parts.scheme, parts.netloc, path, query, ""))


def path_id(url: str, site: Site) -> str:
    """The id of a document that has none of its own: the site's id and the path, without host or port.

    >>> path_id("http://x.example/archives/%E0%B8%82/", Site("obec", "", "", "feed"))
    'obec/archives/ข'
    """
    parts = urlsplit(url)
    path = unquote(parts.path).strip("/")
    return f"{site.id}/{path}" + (f"?{unquote(parts.query)}" if parts.query else "")


def file_id(address: str, site: Site) -> str:
    """The path's id; of a file on another host with that host, since both may have a /files/1.pdf."""
    site_id, _, path = path_id(address, site).partition("/")
    return f"{site_id}/{path}" if is_own(address, site) else f"{site_id}/{host(address)}/{path}"


def document_id(url: str, site: Site) -> str:
    """The document's id: its path, and of its query what names it, not the way that led to it.

    >>> document_id("http://a.th/index.php?id=7&Itemid=496", Site("a", "", "", "listing"))
    'a/index.php?id=7'
    """
    parts = urlsplit(url)
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    if any(_NUMBER.fullmatch(name) for name, _ in pairs):
        pairs = [(name, value) for name, value in pairs if not _WAY.fullmatch(name)]
        url = urlunsplit(parts._replace(query=urlencode(pairs)))
    return path_id(url, site)


def moved(link: Link, address: str, site: Site) -> Link:
    """A page's link as the address that it led to names it; as it is where the source has an id of its own.

    >>> site = Site("a", "", "http://a.th/", "listing")
    >>> moved(Link("a/?p=7", "http://a.th/?p=7"), "http://www.a.th/archives/7/", site).id
    'a/archives/7'
    """
    settled = clean(address)
    if settled is None or link.kind != "page" or link.id != document_id(link.url, site):
        return link
    id = document_id(settled, site)
    if id == link.id or not is_own(settled, site) or is_list_page(settled):
        return link
    return replace(link, id=id, url=settled, alias=link.id)
