"""The documents and posters that a page points to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import parse_qs, unquote, urljoin, urlsplit

from bs4 import Tag

from extractors.formats.media import DOCUMENTS, PICTURES
from extractors.records import Link, Site
from extractors.sites.addresses import file_id
from extractors.thai.text import normalize

SHORT = 200  # letters; a post with less is often told by its poster alone
MOST_PICTURES = 3

# A picture that belongs to the page, not to what it tells: by the name of the file (site-logo.png, icon2.gif,
# new.gif; a longer name is a poster's), by its folder, by the class of the element.
_ORNAMENT = re.compile(
    r"(?:[a-z0-9]+[-_])?(?:logo|icon|favicon|avatar|emoji|spacer|blank)(?:[-_]?[a-z0-9]{1,8})?"
    r"|(?:new|hot|bullet|arrow|dot|line)[-_]?\d{0,2}",
    re.I,
)
_FOLDERS = re.compile(r"/(?:emojis?|smilies|icons|avatars?)/", re.I)
_CLASSES = frozenset(("emoji", "wp-smiley", "avatar", "icon", "logo", "custom-logo", "site-logo"))

# Viewers that show a document named in their query: Google's, Microsoft's, PDF.js in WordPress.
_VIEWER = re.compile(
    r"(?:docs|drive)\.google\.com/.*viewer|view\.officeapps\.live\.com|/pdfjs/|viewer\.(?:html|php)",
    re.I,
)
_SCALED = re.compile(r"-\d+x\d+(?=\.\w+$)")  # WordPress: poster-724x1024.jpg is poster.jpg in another size


def links(root: Tag, base: str, parent: str, site: Site, letters: int) -> tuple[Link, ...]:
    """Attachments in the order of the page, each once.

    `letters` is the length of the page's own text: of the pictures only those
    are taken that may be the announcement itself, unless the site says
    `pictures = "all"`.
    """
    found: dict[str, Link] = {}
    for address, title in _documents(root, base):
        found.setdefault(file_id(address, site), _link(address, title, parent, site))
    pictures = list(dict.fromkeys(_pictures(root, base)))
    if site.pictures != "all":
        pictures = pictures[:MOST_PICTURES] if letters < SHORT else []
    for address in pictures:
        found.setdefault(file_id(address, site), _link(address, None, parent, site))
    return tuple(found.values())


def _link(address: str, title: str | None, parent: str, site: Site) -> Link:
    return Link(file_id(address, site), address, kind="attachment", parent=parent, title=title)


def _documents(root: Tag, base: str) -> Iterator[tuple[str, str | None]]:
    for tag in root.find_all(("a", "iframe", "embed", "object")):
        target = str(tag.get("href") or tag.get("src") or tag.get("data") or tag.get("data-src") or "")
        address = _shown(_absolute(target, base))
        if address and _ending(address) in DOCUMENTS:
            yield address, " ".join(normalize(tag.get_text(" ")).split()) or None


def _pictures(root: Tag, base: str) -> Iterator[str]:
    for tag in root.find_all(("a", "img")):
        target = str(tag.get("href") or tag.get("data-src") or tag.get("src") or "")
        address = _absolute(target, base)
        if address and _ending(address) in PICTURES and not (_small(tag) or _is_ornament(tag, address)):
            yield _SCALED.sub("", address)


def _small(tag: Tag) -> bool:
    """An icon or emoji rather than a poster."""
    sides = [str(tag.get(side) or "") for side in ("width", "height")]
    return any(side.isdigit() and int(side) < 200 for side in sides)


def _is_ornament(tag: Tag, address: str) -> bool:
    """A logo or icon that does not tell its size."""
    path = PurePosixPath(unquote(urlsplit(address).path))
    named = _ORNAMENT.fullmatch(path.stem) or _FOLDERS.search(str(path))
    return named is not None or not _CLASSES.isdisjoint(tag.get_attribute_list("class"))


def _absolute(target: str, base: str) -> str | None:
    try:
        address = urljoin(base, target.strip()).partition("#")[0]
        scheme, host = urlsplit(address)[:2]
    except ValueError:
        return None
    return address if target and scheme in ("http", "https") and host else None


def _shown(address: str | None) -> str | None:
    """The document itself, where the address is that of a viewer."""
    if address is None or not _VIEWER.search(address):
        return address
    query = parse_qs(urlsplit(address).query)
    inner = next((query[name][0] for name in ("url", "src", "file") if name in query), None)
    return _absolute(inner, address) if inner else address


def _ending(address: str) -> str:
    """That of the file which the address names: in its path, else in its query (download.php?file=order.pdf).

    A whole address in the query is what a button shares.
    """
    parts = urlsplit(address)
    asked = [value for values in parse_qs(parts.query).values() for value in values if "://" not in value]
    endings = [PurePosixPath(name).suffix.lower() for name in (unquote(parts.path), *asked)]
    return next((ending for ending in endings if ending in DOCUMENTS | PICTURES), "")
