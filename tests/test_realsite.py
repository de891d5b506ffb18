"""The real WordPress holds our posts as they were written; the harvest of it is tested with the flows."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
import requests

from tests.realsite.fixture import needs_wordpress
from tests.realsite.wordpress import WordPressSite
from tests.world.posts import POSTS
from tests.world.records import FILES, utc
from tests.world.server import serve

pytestmark = needs_wordpress
ALL = "wp-json/wp/v2/posts?per_page=100&orderby=id&order=asc"


def get(site: WordPressSite, path: str, **options: Any) -> requests.Response:
    return requests.get(site.url + path, timeout=30, **options)


def test_every_post_is_there_with_its_id_and_its_moments(wordpress_site: WordPressSite) -> None:
    answer = get(wordpress_site, ALL)
    assert answer.headers["X-WP-Total"] == str(len(POSTS))
    assert [(post["id"], post["date_gmt"], post["modified_gmt"]) for post in answer.json()] == [
        (post.id, utc(post.published), utc(post.changed)) for post in POSTS
    ]


def test_a_page_stands_in_its_theme(wordpress_site: WordPressSite) -> None:
    page = get(wordpress_site, "archives/104")
    assert page.status_code == 200
    assert 'class="entry-content"' in page.text
    assert "ห้องประชุมเรืองวิทยา สพป.สุขสันต์ เขต ๒" in page.text


def test_an_attached_file_is_served(wordpress_site: WordPressSite) -> None:
    media = get(wordpress_site, "wp-json/wp/v2/media?per_page=100").json()
    assert {item["post"] for item in media} == {post.id for post in POSTS if post.files}
    letter = next(item["source_url"] for item in media if item["post"] == 231)
    assert requests.get(letter, timeout=30).content == (FILES / "letter.pdf").read_bytes()


@pytest.mark.parametrize(
    "path",
    [
        f"{ALL}&_fields=id,link,date,date_gmt,modified_gmt,slug,title,status,type,guid,author,sticky,format,meta,tags",
        f"{ALL}&_fields=title.rendered,content.protected,id",
        "wp-json/wp/v2/posts?_fields=id",
        "wp-json/wp/v2/posts?per_page=5&page=2&_fields=id",
        "wp-json/wp/v2/posts?include=118,104&_fields=id",
        "wp-json/wp/v2/media?_fields=id,post,source_url,mime_type&orderby=id",
        "wp-json/wp/v2/media?media_type=application&per_page=100&_fields=id,post,source_url&orderby=id",
        "wp-json/wp/v2/posts?search=no-such&modified_after=2030-01-01T00:00:00Z",
        "wp-json/wp/v2/posts?modified_after=2022-05-23T01:31:08Z&_fields=id",
        "wp-json/wp/v2/posts?modified_after=2022-05-23T01:31:09Z&_fields=id",
        "wp-json/wp/v2/posts?modified_after=2022-05-23T08:31:08&_fields=id&per_page=100&orderby=id",
        "wp-json/wp/v2/posts?page=2&per_page=100",
        "wp-json/wp/v2/posts/99999",
        "wp-json/wp/v3/posts",
        "?rest_route=/wp/v2/posts&per_page=2&_fields=id",
    ],
)
def test_the_simulated_wordpress_answers_like_the_real_one(
    wordpress_site: WordPressSite,
    path: str,
) -> None:
    with serve() as world:
        real = get(wordpress_site, path)
        simulated = requests.get(world.url + path, timeout=30)
    assert simulated.status_code == real.status_code
    for header in ("X-WP-Total", "X-WP-TotalPages"):
        assert simulated.headers.get(header) == real.headers.get(header)
    assert without_host(simulated, world.url) == without_host(real, wordpress_site.url)


def without_host(answer: requests.Response, url: str) -> str:
    return answer.text.replace(url.replace("/", "\\/"), "URL/")


def test_the_simulated_texts_are_those_of_the_real_one(wordpress_site: WordPressSite) -> None:
    with serve() as world:
        simulated = requests.get(world.url + ALL, timeout=30).json()
    for ours, theirs in zip(simulated, get(wordpress_site, ALL).json(), strict=True):
        assert words(ours["content"]["rendered"]) == words(theirs["content"]["rendered"])


def words(markup: str) -> list[str]:
    """The text between the tags, word for word."""
    return unescape(re.sub(r"<[^>]+>", " ", markup)).split()


@pytest.mark.parametrize(
    ("path", "pattern"),
    [
        ("feed/", r"<item>\s*(<title>.+?</title>)\s*(<link>.+?</link>)"),
        ("feed/", r"<(?:guid|pubDate|lastBuildDate).+"),
        ("feed/?paged=4", r"<guid.+"),
        ("feed/", r"<content:encoded>.{80}"),
        ("wp-sitemap-posts-post-1.xml", r"<loc>.+?</loc>"),
        ("robots.txt", r".+"),
    ],
)
def test_feed_and_sitemap_are_simulated_as_they_are(
    wordpress_site: WordPressSite,
    path: str,
    pattern: str,
) -> None:
    with serve() as world:
        simulated = requests.get(world.url + path, timeout=30)
    real = get(wordpress_site, path)
    assert (found := re.findall(pattern, simulated.text.replace(world.url, "URL/")))
    assert found == re.findall(pattern, real.text.replace(wordpress_site.url, "URL/"))


@pytest.mark.parametrize(
    "path", ["feed/?paged=5", "archives/99999", "?p=118", "wp-sitemap.xml", "sitemap.xml"]
)
def test_addresses_are_answered_with_the_same_status(wordpress_site: WordPressSite, path: str) -> None:
    with serve() as world:
        simulated = requests.get(world.url + path, timeout=30, allow_redirects=False)
    real = get(wordpress_site, path, allow_redirects=False)
    assert simulated.status_code == real.status_code
    assert (
        simulated.headers.get("Location", "").split("/")[3:]
        == real.headers.get("Location", "").split("/")[3:]
    )


def test_the_feed_answers_304(wordpress_site: WordPressSite) -> None:
    first = get(wordpress_site, "feed/")
    again = get(wordpress_site, "feed/", headers={"If-Modified-Since": first.headers["Last-Modified"]})
    assert (first.text.count("<item>"), again.status_code) == (10, 304)
