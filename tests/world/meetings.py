"""Any number of short posts, where a test wants many: a meeting each, and now and then a letter."""

from __future__ import annotations

from dataclasses import replace

from tests.world.posts import POSTS
from tests.world.records import Post

_LETTER = next(file for post in POSTS for file in post.files if file.source == "letter.pdf")


def meetings(count: int, letters: int = 100) -> list[Post]:
    """So many posts; every `letters`-th has a letter, the same bytes each time."""
    return [_meeting(n, n % letters == 0) for n in range(1, count + 1)]


def _meeting(n: int, has_letter: bool) -> Post:
    day = n % 28 + 1
    told = f"<p>วันที่ {day} มีนาคม 2569 โรงเรียนบ้านน้ำใสจัดประชุมครู ครั้งที่ {n} ณ ห้องประชุมดอกปีบ</p>"
    letter = replace(_LETTER, path=f"2569/03/letter-{n}.pdf")
    link = f'<p><a href="/wp-content/uploads/{letter.path}">หนังสือเชิญ</a></p>' if has_letter else ""
    return Post(
        id=n,
        slug=f"meeting-{n}",
        title=f"ประชุมครู ครั้งที่ {n}/2569",
        published=f"2026-03-{day:02}T09:00:00",
        content=told + link,
        facts=None,
        files=(letter,) if has_letter else (),
    )
