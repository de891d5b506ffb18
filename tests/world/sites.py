"""The sites of the simulated web: whose each is, its posts, its skin, its own address."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tests.world.posts import POSTS
from tests.world.records import File, Post

PORT = 18563  # of the sample of `make harvest`; stands in sites.toml beside this file too


@dataclass(frozen=True)
class WorldSite:
    """One site. `host` is its own loopback address, since robots.txt and politeness go by host."""

    id: str
    name: str
    posts: Sequence[Post]
    skin: str = "wordpress"
    host: str = "127.0.0.1"
    types: tuple[tuple[str, str], ...] = ()  # WordPress: a type of posts, and the category that is one
    library: tuple[File, ...] = ()  # WordPress: files that were uploaded and hang on no post
    tagline: str = "รู้ไว้ใช่ว่า เก็บไว้ใช้เล่า"
    address: str = "99/9 ถนนริมน้ำ ตำบลตัวอย่าง อำเภอเมืองราชบุรี จังหวัดราชบุรี 70000 โทร. 0 3200 0000"


SAMPLE = WorldSite("sample", "เครือข่ายการเรียนรู้ตัวอย่าง", POSTS)
