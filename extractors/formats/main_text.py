"""Which element of a page holds its main text, and what in it is the site's and not the author's."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bs4 import BeautifulSoup, Tag

from extractors.formats import blocks

# Where systems put a text, the surest first: a class, or an element. To add one: a line here.
BODIES = (
    "entry-content",  # WordPress, most themes
    "td-post-content",  # WordPress, Newspaper
    "elementor-widget-theme-post-content",  # WordPress, Elementor
    "wp-block-post-content",  # WordPress, block themes
    "post-content",
    "single-content",
    "com-content-article__body",  # Joomla 4
    "item-page",  # Joomla 3
    "field--name-body",  # Drupal 8
    "field-name-body",  # Drupal 7
    "node__content",
    "article-content",
    "news-detail",
    "<article>",
    "<main>",
)

PARAGRAPH = 40  # letters outside links, from which on a box is part of a text

# Parts of a page that are never the main text, by their whole class or id.
# "widget" and "cookie" alone would not do: Elementor calls every paragraph a
# widget, and themes put `cookies-not-set` on the body.
_CHROME_NAMES = (
    r"(?:site-|page-|main-)?(?:header|footer|sidebar|nav|navbar|navigation|menu)(?:-\d+)?",
    r"nav-links|widget-area|breadcrumbs?|pagination|pager|page-links|skip-link",
    r"(?:posts?|comments?)-(?:navigation|nav|pagination)",
    r"(?:sd-|st-)?shar(?:e|ing)(?:[-_](?:buttons?|links?|box|bar|icons?|post|wrapper|enabled))?",
    r"sharedaddy|(?:sharethis|addtoany|addthis|heateor|ssba)[\w-]*|a2a_kit",
    r"social(?:[-_](?:share|sharing|links?|icons?|buttons?|media|bar))*",
    r"(?:fb|line|messenger)[-_](?:share|like|chat|customerchat|widget|button)[\w-]*|fb_customer_chat[\w-]*",
    r"chat[-_]?(?:widget|box|button|bubble)",
    r"cookie[-_]?(?:banner|bar|notice|law|consent|popup)[\w-]*",
    r"(?:cmplz|cky|moove|gdpr|pdpa|cli)[-_][\w-]*|consent(?:-banner)?|popup|modal",
    r"(?:jp-)?related(?:posts|[-_](?:posts|articles|news|content))?|yarpp[\w-]*",
    r"comments?|comments-area|respond|comment-respond",
    r"entry-(?:meta|footer|header)|post-(?:meta|footer|tags|views|info|author)|post-views-[\w-]*|view-count|hits",
    r"author-(?:box|bio|info)|byline|posted-on|(?:cat|tags?)-links|article-info|content-links",
    r"screen-reader-text|sr-only|visually-hidden|print(?:-link|-button|friendly[\w-]*)?|pf-content-toolbar",
    r"login|login-form|mod-login|search-?form",
)
_CHROME = re.compile("|".join(f"(?:{names})" for names in _CHROME_NAMES), re.I)
_CHROME_ELEMENTS = ("nav", "footer", "aside", "form", "header", "dialog", "marquee")
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)

# Whole lines that plugins leave around a text. To add one: a line here.
_LEFTOVERS = (
    r"message\s+us|chat\s+with\s+us|add\s+(?:line|friend)|fbpx",
    r"spread\s+the\s+love|share(?:\s+(?:this|on\s+\w+))?\s*:?|tweet|like\s+this:?|copy\s+link",
    r"facebook|twitter|x|line|e-?mail|pinterest|linkedin",
    r"แชร์(?:หน้านี้|เลย|ไปยัง|บน)?\s*:?(?:\s*(?:facebook|twitter|line|x))*|แบ่งปัน\s*:?|พิมพ์|ถูกใจ|คัดลอกลิงก์",
    r"author\s*:\s*\S+|year\s*:\s*\d{4}|reading\s+time\s*:?\s*\d+\s+minutes?|post\s+views\s*:\s*[\d,]+",
    r"(?:จำนวน)?(?:ผู้|การ)?เข้า(?:ชม|อ่าน)\s*:?\s*[\d,]+(?:\s*ครั้ง)?|views?\s*:?\s*[\d,]+|[\d,]+\s*views?",
    r"leave\s+a\s+(?:reply|comment)|cancel\s+reply|please\s+enter\s+your\s+(?:comment|name)(?:\s+here)?",
    r"(?:img|dsc|image)[_-]?\d+(?:\.jpe?g)?|\d{9,}(?:\.jpe?g)?|[\w-]+\.(?:jpe?g|png)",
    r"ดาวน์โหลด|คลิก(?:ที่นี่)?|download|read\s+more|อ่านต่อ|[>»<«\-_=*.]{3,}",
)
_LEFTOVER = re.compile(rf"(?:{'|'.join(_LEFTOVERS)})\s*[!.]?", re.I)
# A widget's label stuck to the end of the last sentence.
_STUCK = re.compile(r"(?<=[^\sA-Za-z])\s*(?:message us|add line(?:\s*message us)?|fbpx)\s*$", re.I)


def lines(text: str) -> str:
    """Normalised text without the lines that widgets and plugins leave behind.

    >>> lines("ประชุมเสร็จสิ้นเวลา 16.30 น.\\nShare this:\\nMessage us")
    'ประชุมเสร็จสิ้นเวลา 16.30 น.'
    """
    kept = [line for line in text.split("\n") if not _LEFTOVER.fullmatch(line.strip())]
    return re.sub("\n{3,}", "\n\n", _STUCK.sub("", "\n".join(kept).strip())).strip()


def element(page: BeautifulSoup) -> Tag:
    """The element that most likely holds the main text.

    The known places first, each only where it is the one or the far longest of
    its kind; else the smallest element that keeps most of what is no link.
    Of generic extractors none did as well on short notices, the commonest kind:
    the sidebars win there.
    """
    places: dict[str, list[Tag]] = {}
    for tag in page.find_all(True):
        for name in {*_words(tag.get("class")), f"<{tag.name}>"}.intersection(BODIES):
            places.setdefault(name, []).append(tag)
    for place in BODIES:
        found = [tag for tag in places.get(place, ()) if not any(map(_is_chrome, tag.parents))]
        if best := _outstanding(found):
            return best
    return _densest(page.body or page)


def clear(root: Tag) -> None:
    """Take out of `root` what is not the author's: menus, share buttons, banners, comments, hidden parts."""
    for tag in [tag for tag in root.find_all(True) if _is_chrome(tag)]:
        if not tag.decomposed:
            tag.decompose()


def _is_chrome(tag: Tag) -> bool:
    if tag.name == "form" and tag.find("input", attrs={"name": "__VIEWSTATE"}):
        return False  # ASP.NET puts the whole page into one
    if tag.name in _CHROME_ELEMENTS or tag.has_attr("hidden") or tag.get("aria-hidden") == "true":
        return True
    if _UNSEEN.search(str(tag.get("style") or "")):
        return True
    if tag.name in ("html", "body"):
        return False
    names = [*_words(tag.get("class")), *_words(tag.get("id"))]
    return any(map(_CHROME.fullmatch, names))


def _words(value: str | Iterable[str] | None) -> list[str]:
    return value.split() if isinstance(value, str) else list(value or ())


def _outstanding(found: list[Tag]) -> Tag | None:
    """The only one, or the one that holds more than twice as much as the next."""
    known = set(map(id, found))
    outer = [tag for tag in found if known.isdisjoint(map(id, tag.parents))]
    ranked = sorted(((len(blocks.text(tag).strip()), n) for n, tag in enumerate(outer)), reverse=True)
    if not ranked or not ranked[0][0]:
        return None
    if len(ranked) == 1 or ranked[0][0] > 2 * ranked[1][0]:
        return outer[ranked[0][1]]
    return None


def _densest(root: Tag) -> Tag:
    """Down from the root, always into the child that keeps at least 60 % of the letters outside links.

    Not where others of its kind stand beside it: page builders put each paragraph into a box of its own.
    """
    clear(root)
    letters = _unlinked(root)
    while True:
        enough = 0.6 * letters[id(root)]
        children = root.find_all(True, recursive=False)
        heavy = next((child for child in children if letters[id(child)] >= enough > 0), None)
        if heavy is None or heavy.name not in blocks.BLOCKS:
            return root
        kind = _kind(heavy)
        if kind and any(
            _kind(child) == kind and letters[id(child)] >= PARAGRAPH
            for child in children
            if child is not heavy
        ):
            return root
        root = heavy


def _kind(tag: Tag) -> set[str]:
    """The classes of an element without those that number it (elementor-element-5d3a, col-8)."""
    return {name for name in _words(tag.get("class")) if not any(map(str.isdigit, name))}


def _unlinked(root: Tag) -> dict[int, int]:
    """The letters outside links of every element within `root`, by its identity; children before parents."""
    letters: dict[int, int] = {}
    for tag in reversed([root, *root.find_all(True)]):
        silent = tag.name == "a" or tag.name in blocks.SILENT
        letters[id(tag)] = (
            0
            if silent
            else sum(
                letters[id(child)] if isinstance(child, Tag) else len(str(child).strip())
                for child in tag.contents
            )
        )
    return letters
