"""The sample's posts, all of them ours; every name of a person, school, hotel or office is invented.

Add one: write it into the module of its theme, its facts beside it, under an
id that no other post or file has (a post's files take the ids after its own).
"""

from __future__ import annotations

from tests.world.posts import announcements, ceremonies, meetings, notices, workshops
from tests.world.records import Post

POSTS: list[Post] = sorted(
    [*workshops.POSTS, *meetings.POSTS, *announcements.POSTS, *ceremonies.POSTS, *notices.POSTS],
    key=lambda post: post.id,
)
