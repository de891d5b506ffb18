"""What the hand-made and the Joomla skin share: a post's HTML, its files, its days in Thai."""

from __future__ import annotations

import hashlib
import mimetypes
from collections.abc import Sequence
from datetime import date

from tests.world.exchange import Answer, Request, or_304
from tests.world.records import Post
from tests.world.skins.wordpress.theme import MONTHS
from tests.world.skins.wordpress.words import texturize

SHORT = ["ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."]


def content(post: Post, folder: str) -> str:
    """The post's HTML with its files below `folder`, in the same curled signs as WordPress gives."""
    return texturize(post.content.strip().replace('="/wp-content/uploads/', f'="{folder}'))


def upload(posts: Sequence[Post], wanted: str, request: Request) -> Answer | None:
    """A file of a published post, with Apache's validators; None where there is none of that path."""
    body = next((file.body() for post in posts for file in post.files if file.path == wanted), None)
    if body is None:
        return None
    media_type = mimetypes.guess_type(wanted)[0] or "application/octet-stream"
    etag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
    return or_304(request, Answer(200, (("Content-Type", media_type), ("ETag", etag)), body))


def thai_day(moment: str) -> str:
    """The day in the Buddhist era, as lists print it.

    >>> thai_day("2020-12-25T16:40:12"), short_day("2020-12-25T16:40:12")
    ('25 ธันวาคม 2563', '25 ธ.ค. 63')
    """
    day = date.fromisoformat(moment[:10])
    return f"{day.day} {MONTHS[day.month - 1]} {day.year + 543}"


def short_day(moment: str) -> str:
    day = date.fromisoformat(moment[:10])
    return f"{day.day} {SHORT[day.month - 1]} {(day.year + 543) % 100:02}"
