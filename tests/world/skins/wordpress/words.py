"""What all parts of the skin say the same way: addresses, stamps, texturised text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from email.utils import format_datetime
from hashlib import md5
from html import escape, unescape

from tests.world.records import THAI, Post

# Between blanks WordPress makes an en dash of a hyphen, and it curls quotes; so the text that
# is served is not byte for byte the text that was typed.
_TEXTURE = [(" - ", " &#8211; "), ("...", "&#8230;"), ("'", "&#8217;")]


def texturize(markup: str) -> str:
    """Typed HTML as WordPress serves it; tags are left alone.

    >>> texturize('<p class="x - y">วันที่ 10 - 11</p>')
    '<p class="x - y">วันที่ 10 &#8211; 11</p>'
    """
    parts = re.split(r"(<[^>]*>)", markup)
    return "".join(part if part.startswith("<") else _textured(part) for part in parts)


def _textured(text: str) -> str:
    for typed, served in _TEXTURE:
        text = text.replace(typed, served)
    return text


def title(post: Post) -> str:
    return texturize(escape(post.title, quote=False))


def content(post: Post, origin: str) -> str:
    """The post's HTML, with the whole addresses that WordPress's editor writes for own files."""
    markup = post.content.strip().replace('="/wp-content/', f'="{origin}/wp-content/')
    markup = markup.replace("<img ", '<img decoding="async" ')
    return texturize(markup) + "\n"


def excerpt(post: Post) -> str:
    """The first 55 words; a Thai sentence is one word to WordPress, so this is much."""
    words = unescape(re.sub(r"<[^>]+>", "", post.content)).split()
    return escape(" ".join(words[:55]) + (" […]" if len(words) > 55 else ""), quote=False)


def link(origin: str, post: Post) -> str:
    return f"{origin}/archives/{post.id}"


def category_slug(name: str) -> str:
    """An address of ASCII letters for a Thai category; WordPress would percent-encode the name.

    >>> category_slug("รับสมัครงาน")
    'c-176458'
    """
    return "c-" + md5(name.encode()).hexdigest()[:6]


def categories(posts: Iterable[Post]) -> list[str]:
    return sorted({post.category for post in posts})


def category_id(name: str) -> int:
    return int(md5(name.encode()).hexdigest()[:6], 16)


def newest_first(posts: Iterable[Post]) -> list[Post]:
    return sorted(posts, key=lambda post: (post.published, post.id), reverse=True)


def last_change(posts: Sequence[Post]) -> str:
    """The Thai moment of the last change of any post."""
    return max((post.changed for post in posts), default="2020-01-01T00:00:00")


def rfc822(moment: str, usegmt: bool = False) -> str:
    """A Thai moment as feeds (+0000) and headers (GMT) write it.

    >>> rfc822("2020-12-25T16:40:12")
    'Fri, 25 Dec 2020 09:40:12 +0000'
    """
    local = datetime.fromisoformat(moment).replace(tzinfo=THAI)
    return format_datetime(local.astimezone(UTC), usegmt=usegmt)
