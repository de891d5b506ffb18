"""The simulated web: true facts beside its posts, WordPress's ways, faults that strike, files that open."""

from __future__ import annotations

import gzip
import re
import socket
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from html import unescape
from pathlib import Path
from typing import Any

import docx
import pdfplumber
import pytest
import requests
from PIL import Image

from tests.world import papers
from tests.world.faults import FAULTS
from tests.world.posts import POSTS
from tests.world.records import FILES, Post
from tests.world.server import World, serve
from tests.world.sites import PORT, SAMPLE, WorldSite

WEEKDAYS = "จันทร์ อังคาร พุธ พฤหัสบดี ศุกร์ เสาร์ อาทิตย์".split()  # noqa: SIM905
TYPES = set("meeting workshop seminar training conference ceremony press visit exhibition other".split())  # noqa: SIM905
ROLES = set("chair opener speaker signatory lead guest participant spokesperson".split())  # noqa: SIM905
TOLD = [post for post in POSTS if post.facts is not None]


@pytest.fixture(scope="module")
def served() -> Iterator[World]:
    with serve() as world:
        yield world


@pytest.fixture
def world(served: World) -> Iterator[World]:
    """The one running world, as new."""
    served.faults.clear()
    served.asked.clear()
    served.log.clear()
    served.today = None
    yield served
    served.faults.clear()


def text_of(post: Post) -> str:
    """Title and text, without tags, runs of blanks as one."""
    markup = re.sub(r"<[^>]+>", "", f"{post.title}\n{post.content}")
    return " ".join(unescape(markup).split())


def get(world: World, path: str, **options: Any) -> requests.Response:
    return requests.get(world.url.rstrip("/") + path, timeout=30, **options)


def posts_of(world: World, query: str = "") -> list[int]:
    return [post["id"] for post in get(world, f"/wp-json/wp/v2/posts?per_page=100&{query}").json()]


def text_of_facts(facts: dict[str, Any]) -> list[str]:
    """The values that the guide wants verbatim."""
    people = [value for someone in facts["people"] for key, value in someone.items() if key != "role"]
    single = [facts["title"], facts["venue"], facts["district"], facts["country"]]
    return [value for value in [*single, *facts["organizers"], *facts.get("venues", []), *people] if value]


# The posts and their facts.


def test_there_are_enough_posts_and_every_id_is_used_once() -> None:
    used = [number for post in POSTS for number in range(post.id, post.id + 1 + len(post.files))]
    assert len(POSTS) >= 28
    assert len(used) == len(set(used))
    assert len({post.slug for post in POSTS}) == len(POSTS)


@pytest.mark.parametrize("post", TOLD, ids=lambda post: post.slug)
def test_facts_stand_verbatim_in_the_post(post: Post) -> None:
    text = text_of(post)
    assert post.facts is not None
    assert [value for value in text_of_facts(post.facts) if value not in text] == []


@pytest.mark.parametrize("facts", [f for p in POSTS for f in (p.facts, *(x.facts for x in p.files)) if f])
def test_facts_keep_to_the_guide(facts: dict[str, Any]) -> None:
    assert facts["type"] in TYPES
    assert facts["phase"] in {"announcement", "report"}
    assert {someone["role"] for someone in facts["people"]} <= ROLES
    assert (facts["start"] is None) == (facts["end"] is None)
    if facts["start"]:
        assert date.fromisoformat(facts["start"]) <= date.fromisoformat(facts["end"])


@pytest.mark.parametrize(
    "post", [post for post in TOLD if post.facts and post.facts["start"]], ids=lambda p: p.slug
)
def test_a_weekday_is_one_of_the_event_or_said_to_contradict(post: Post) -> None:
    assert post.facts is not None
    start, end = (date.fromisoformat(post.facts[key]) for key in ("start", "end"))
    days = {WEEKDAYS[(start + timedelta(n)).weekday()] for n in range((end - start).days + 1)}
    said = set(re.findall(rf"วัน({'|'.join(WEEKDAYS)})\s?ที่", text_of(post)))
    assert said <= days | {post.facts.get("weekday_conflict")}
    assert post.facts.get("weekday_conflict") not in days


def test_the_posts_show_what_the_sample_is_for() -> None:
    facts = [post.facts for post in TOLD if post.facts]
    assert {one["status"] for one in facts if "status" in one} == {"postponed", "cancelled"}
    assert any(one["online"] for one in facts)
    assert any(one["start"] and one["start"][:4] != one["end"][:4] for one in facts)
    assert any(one["start"] is None for one in facts)
    assert sum(post.facts is None for post in POSTS) >= 3
    assert {file.source for post in POSTS for file in post.files} == {path.name for path in FILES.iterdir()}


# The files.


def letters(text: str) -> str:
    """Consonants and digits alone: LibreOffice tells how sara am is spelt in /ActualText, not in `chars`."""
    return re.sub(r"[^ก-ฮ0-9๐-๙]", "", text)


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("letter.pdf", [*papers.LETTER_HEAD, papers.LETTER_DAY, *papers.LETTER_BODY, *papers.LETTER_END]),
        ("programme.pdf", [*papers.PROGRAMME_HEAD, *papers.PROGRAMME_DAYS, papers.PROGRAMME_FOOT]),
    ],
)
def test_a_pdf_opens_and_holds_its_paper(name: str, lines: list[str]) -> None:
    with pdfplumber.open(FILES / name) as pdf:
        chars = [char for page in pdf.pages for char in page.chars]
    assert {char["fontname"].split("+")[1].split("-")[0] for char in chars} == {"Sarabun"}
    drawn = letters("".join(char["text"] for char in chars if not char["text"].startswith("(cid:")))
    assert [line for line in lines if letters(line) not in drawn] == []


def test_the_programme_has_a_ruled_table_a_day() -> None:
    with pdfplumber.open(FILES / "programme.pdf") as pdf:
        tables = [table for page in pdf.pages for table in page.extract_tables()]
    assert [len(table) - 1 for table in tables] == [len(rows) for rows in papers.PROGRAMME_DAYS.values()]
    assert tables[0][3][0] == papers.PROGRAMME_DAYS["วันพฤหัสบดีที่ 21 มีนาคม 2567"][2][0]


def test_the_scan_is_one_image_and_no_text() -> None:
    with pdfplumber.open(FILES / "scan.pdf") as pdf:
        assert [(page.chars, len(page.images)) for page in pdf.pages] == [([], 1)]


def test_the_minutes_open_as_word_and_hold_their_paper() -> None:
    paper = docx.Document(str(FILES / "minutes.docx"))
    assert [line.text for line in paper.paragraphs if line.text in papers.MINUTES_BODY] == papers.MINUTES_BODY
    rows = [tuple(cell.text for cell in row.cells)[1:] for row in paper.tables[0].rows[1:]]
    assert rows == papers.MINUTES_PEOPLE


def test_the_pictures_open() -> None:
    sizes = {path.name: Image.open(path).size for path in FILES.glob("*.jpg")}
    assert sizes == {"infographic.jpg": (827, 585), "photo.jpg": (320, 240)}


def test_no_post_points_at_a_file_that_is_not_there() -> None:
    pointed = {path for post in POSTS for path in re.findall('="/wp-content/uploads/([^"]+)', post.content)}
    assert pointed == {file.path for post in POSTS for file in post.files}


def test_files_are_small() -> None:
    assert [path.name for path in FILES.iterdir() if path.stat().st_size >= 100_000] == []


# WordPress.


def test_rest_pages_through_every_post_once(world: World) -> None:
    ids = []
    for number in range(1, 5):
        answer = get(world, f"/wp-json/wp/v2/posts?per_page=10&page={number}&orderby=id&order=asc")
        assert answer.headers["X-WP-Total"] == str(len(POSTS))
        assert answer.headers["X-WP-TotalPages"] == "4"
        ids += [post["id"] for post in answer.json()]
    assert ids == [post.id for post in POSTS]


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("page=2&per_page=100", "rest_post_invalid_page_number"),
        ("per_page=101", "rest_invalid_param"),
        ("modified_after=yesterday", "rest_invalid_param"),
        ("orderby=luck", "rest_invalid_param"),
    ],
)
def test_rest_refuses_as_wordpress_does(world: World, query: str, code: str) -> None:
    answer = get(world, f"/wp-json/wp/v2/posts?{query}")
    assert (answer.status_code, answer.json()["code"]) == (400, code)


def test_rest_tells_an_unknown_post_from_an_unknown_route(world: World) -> None:
    assert get(world, "/wp-json/wp/v2/posts/99999").json()["code"] == "rest_post_invalid_id"
    assert get(world, "/wp-json/wp/v3/posts").json()["code"] == "rest_no_route"


def test_rest_gives_the_fields_that_are_asked_for(world: World) -> None:
    answer = get(world, "/wp-json/wp/v2/posts/118?_fields=id,title.rendered,modified_gmt")
    assert answer.json() == {
        "id": 118,
        "title": {"rendered": next(post.title for post in POSTS if post.id == 118)},
        "modified_gmt": "2020-12-25T09:40:12",
    }


def test_the_plain_route_answers_like_the_pretty_one(world: World) -> None:
    query = "per_page=3&orderby=id&order=asc&_fields=id"
    pretty = get(world, f"/wp-json/wp/v2/posts?{query}")
    assert get(world, f"/?rest_route=/wp/v2/posts&{query}").json() == pretty.json()


@pytest.mark.parametrize(
    ("moment", "is_after"),
    [
        ("2022-05-23T01:31:08Z", True),
        ("2022-05-23T01:31:09Z", False),  # strictly after
        ("2022-05-23T08:31:08", True),  # no zone: the site's own
        ("2022-05-23T08:31:09", False),
        ("2022-05-23T08:31:08%2B07:00", True),
    ],
)
def test_modified_after_is_strict_and_a_bare_moment_is_thai(
    world: World, moment: str, is_after: bool
) -> None:
    assert (222 in posts_of(world, f"modified_after={moment}")) is is_after


def test_media_name_their_post_and_file(world: World) -> None:
    media = get(world, "/wp-json/wp/v2/media?per_page=100").json()
    assert {item["post"] for item in media} == {post.id for post in POSTS if post.files}
    letter = next(item for item in media if item["post"] == 231)
    answer = requests.get(letter["source_url"], timeout=30)
    assert answer.content == (FILES / "letter.pdf").read_bytes()
    assert answer.headers["Content-Type"] == "application/pdf"


def test_the_feed_has_ten_whole_posts_and_ends_with_404(world: World) -> None:
    pages = [get(world, f"/feed/?paged={number}") for number in range(1, 6)]
    assert [page.text.count("<item>") for page in pages] == [10, 10, 10, 7, 0]
    assert pages[4].status_code == 404
    assert "เริ่มรับบทความ" in pages[0].text


def test_the_feed_answers_304_to_its_own_validators_alone(world: World) -> None:
    first = get(world, "/feed/").headers
    etag, modified = first["ETag"], first["Last-Modified"]
    asked = [
        {"If-None-Match": etag, "If-Modified-Since": modified},
        {"If-Modified-Since": modified},
        {"If-None-Match": f"W/{etag}", "If-Modified-Since": modified},
        {},
    ]
    assert [get(world, "/feed/", headers=headers).status_code for headers in asked] == [304, 304, 200, 200]


def test_the_sitemap_lists_the_posts(world: World) -> None:
    index = re.findall("<loc>(.+?)</loc>", get(world, "/wp-sitemap.xml").text)
    listed = re.findall("<loc>(.+?)</loc>", requests.get(index[0], timeout=30).text)
    assert listed == [f"{world.url}archives/{post.id}" for post in POSTS]
    assert f"Sitemap: {world.url}wp-sitemap.xml" in get(world, "/robots.txt").text


def test_a_page_is_a_post_within_all_that_surrounds_it(world: World) -> None:
    page = get(world, "/archives/104").text
    for around in ("ยอมรับทั้งหมด", "Spread the love", "เรื่องที่เกี่ยวข้อง", "LASTEST NEWS", SAMPLE.address, "fbpx"):
        assert around in page
    assert re.search(r"</p><span[^>]*><a[^>]*>Message us</a>", page)
    assert "ห้องประชุมเรืองวิทยา สพป.สุขสันต์ เขต ๒" in page


def test_the_same_post_lies_under_several_addresses(world: World) -> None:
    assert get(world, "/?p=118").url == f"{world.url}archives/118"
    assert get(world, "/archives/118?share=twitter").text == get(world, "/archives/118").text


def test_listings_show_ten_posts_a_page(world: World) -> None:
    assert [get(world, path).text.count('rel="bookmark"') for path in ("/", "/page/4", "/page/5")] == [
        10,
        7,
        0,
    ]


# The calendar, the log, several sites.


def test_a_post_is_not_there_before_its_day_and_says_its_first_words_before_its_change(world: World) -> None:
    seen = []
    for day in ("2022-05-01", "2022-05-02", "2022-05-23"):
        world.today = day
        page = get(world, "/archives/222")
        seen.append((222 in posts_of(world), page.status_code, "ประกาศเลื่อน" in page.text))
    assert seen == [(False, 404, False), (True, 200, False), (True, 200, True)]
    assert get(world, "/wp-json/wp/v2/posts/222").json()["modified"] == "2022-05-23T08:31:09"


def test_a_file_is_not_there_before_its_post(world: World) -> None:
    world.today = "2022-06-14"
    assert get(world, "/wp-content/uploads/2565/06/invitation-6-2565.pdf").status_code == 404


def test_every_request_is_logged(world: World) -> None:
    get(world, "/archives/104?share=line", headers={"User-Agent": "Prachum"})
    entry = world.log[-1]
    assert (entry.method, entry.host, entry.path) == ("GET", "127.0.0.1", "/archives/104?share=line")
    assert entry.headers["user-agent"] == "Prachum"


def test_each_site_has_a_host_of_its_own() -> None:
    other = WorldSite("other", "อีกแห่ง", POSTS[:3], host="127.0.0.2")
    with serve([SAMPLE, other], faults=["forbid 127.0.0.2/robots.txt"]) as world:
        counts = [
            requests.get(f"{url}wp-json/wp/v2/posts", timeout=30).headers["X-WP-Total"]
            for url in world.urls.values()
        ]
        assert counts == [str(len(POSTS)), "3"]
        forbids = [
            "Disallow: /\n" in requests.get(f"{url}robots.txt", timeout=30).text
            for url in world.urls.values()
        ]
        assert forbids == [False, True]


# The faults.


@pytest.mark.parametrize(
    ("fault", "path", "status", "header"),
    [
        ("error", "/archives/118", 500, None),
        ("busy", "/archives/118", 503, ("Retry-After", "1")),
        ("busy-all-day", "/archives/118", 503, ("Retry-After", "86400")),
        ("challenge", "/archives/118", 403, ("cf-mitigated", "challenge")),
        ("metadata", "/archives/118", 302, ("Location", "http://169.254.169.254/latest/meta-data/")),
        ("to-file", "/archives/118", 302, ("Location", "file:///etc/passwd")),
        ("loop", "/archives/118?round=3", 302, ("Location", "/archives/118?round=4")),
        ("no-rest", "/wp-json/wp/v2/posts", 404, None),
        ("no-rest", "/?rest_route=/wp/v2/posts", 404, None),
        ("no-rest", "/feed/", 200, None),
        ("no-pretty", "/wp-json/wp/v2/posts", 404, None),
        ("no-pretty", "/?rest_route=/wp/v2/posts", 200, None),
        ("rest-members", "/wp-json/wp/v2/posts", 401, None),
        ("miscounted", "/wp-json/wp/v2/posts", 200, ("X-WP-Total", str(len(POSTS) + 1))),
    ],
)
def test_a_fault_answers_with_its_status(
    world: World, fault: str, path: str, status: int, header: tuple[str, str] | None
) -> None:
    world.faults.append(fault)
    answer = get(world, path, allow_redirects=False)
    assert answer.status_code == status
    assert header is None or answer.headers[header[0]] == header[1]


def test_a_fault_strikes_only_where_it_is_said_to(world: World) -> None:
    world.faults.append("error /archives/11*")
    assert [get(world, f"/archives/{number}").status_code for number in (118, 104)] == [500, 200]


def test_a_fault_may_pass_after_the_first_request(world: World) -> None:
    world.faults.append("busy-once /archives/118")
    assert [get(world, "/archives/118").status_code for _ in range(2)] == [503, 200]


def test_what_is_gone_is_listed_no_more(world: World) -> None:
    world.faults.append("gone /archives/118")
    assert get(world, "/archives/118").status_code == 404
    assert set(posts_of(world)) == {post.id for post in POSTS} - {118}


def test_a_login_form_comes_as_if_all_were_well(world: World) -> None:
    world.faults.append("login /archives/118")
    answer = get(world, "/archives/118")
    assert answer.status_code == 200
    assert 'type="password"' in answer.text


@pytest.mark.parametrize(
    ("fault", "said"),
    [("soft-404", "ไม่พบข้อมูล"), ("soft-403", "Forbidden"), ("sql", "SQL syntax")],
)
def test_what_is_wrong_is_said_with_status_200(world: World, fault: str, said: str) -> None:
    world.faults.append(f"{fault} /archives/118")
    answer = get(world, "/archives/118")
    assert (answer.status_code, said in answer.text) == (200, True)


@pytest.mark.parametrize(("fault", "target"), [("home", "/"), ("sold", "http://127.0.0.77:{port}/win")])
def test_what_is_gone_may_lead_elsewhere(world: World, fault: str, target: str) -> None:
    world.faults.append(f"{fault} /archives/118")
    answer = get(world, "/archives/118", allow_redirects=False)
    assert (answer.status_code, answer.headers["Location"]) == (302, target.format(port=world.port))


@pytest.mark.parametrize(("fault", "status"), [("moved", 301), ("lent", 302)])
def test_a_post_that_moved_is_served_where_its_old_address_leads(
    world: World, fault: str, status: int
) -> None:
    world.faults.append(fault)
    answer = get(world, "/archives/118", allow_redirects=False)
    assert (answer.status_code, answer.headers["Location"]) == (status, f"{world.url}index.php/archives/118")
    assert get(world, "/archives/118").status_code == 200


@pytest.mark.parametrize(
    ("fault", "path", "before", "after"),
    [
        ("short-links", "/page/2", "/archives/", "/?p="),
        ("tracked-links", "/feed/", "<guid", "?utm_source=rss</link>"),
        ("moved-links", "/wp-sitemap-posts-post-1.xml", "{url}archives/", "{url}index.php/archives/"),
    ],
)
def test_lists_may_name_posts_by_other_addresses(
    world: World, fault: str, path: str, before: str, after: str
) -> None:
    old, new = before.format(url=world.url), after.format(url=world.url)
    plain = get(world, path).text
    world.faults.append(fault)
    told = get(world, path).text
    assert (old in plain, new in plain) == (True, False)
    assert (old in told, new in told) == (False, True)


def test_an_empty_page_comes_as_if_all_were_well(world: World) -> None:
    world.faults.append("empty")
    assert (get(world, "/archives/118").status_code, get(world, "/archives/118").content) == (200, b"")


def test_a_page_built_in_the_browser_comes_without_its_text(world: World) -> None:
    world.faults.append("built")
    answer = get(world, "/archives/118")
    assert (answer.status_code, '<div id="root"></div>' in answer.text) == (200, True)
    assert "โรงแรม" not in answer.text


def test_thai_code_page_is_declared_as_utf8(world: World) -> None:
    world.faults.append("tis620")
    answer = get(world, "/archives/104")
    assert "UTF-8" in answer.headers["Content-Type"]
    with pytest.raises(UnicodeDecodeError):
        answer.content.decode()
    assert "ห้องประชุมเรืองวิทยา" in answer.content.decode("cp874")


def test_a_php_warning_stands_before_the_json(world: World) -> None:
    world.faults.append("php-warning")
    with pytest.raises(requests.JSONDecodeError):
        get(world, "/wp-json/wp/v2/posts").json()


def test_a_cut_body_is_shorter_than_it_says(world: World) -> None:
    world.faults.append("cut")
    with pytest.raises(requests.exceptions.ChunkedEncodingError, match="IncompleteRead"):
        get(world, "/archives/118")


def test_a_connection_is_reset(world: World) -> None:
    world.faults.append("reset")
    with pytest.raises(requests.ConnectionError, match="reset"):
        get(world, "/archives/118")


def test_a_bomb_is_a_thousand_times_its_size(world: World) -> None:
    world.faults.append("bomb")
    with get(world, "/archives/118", stream=True) as answer:
        packed = answer.raw.read(decode_content=False)
    member = gzip.decompress(packed[: len(packed) // 500])
    assert len(packed) < 2**20
    assert len(member) == 2**20


@pytest.mark.parametrize("fault", ["drip", "endless"])
def test_a_body_without_end_begins(world: World, fault: str) -> None:
    world.faults.append(fault)
    with get(world, "/archives/118", stream=True) as answer:
        assert answer.status_code == 200
        assert "Content-Length" not in answer.headers
        assert answer.raw.read1(8).startswith(b"<")


def test_a_stalled_request_is_not_answered(world: World) -> None:
    world.faults.append("stall")
    with pytest.raises(requests.ReadTimeout):
        requests.get(world.url, timeout=0.2)


@pytest.mark.parametrize(
    ("fault", "head", "drop"),
    [
        ("drip-headers", b"text/html\r\n", b"X-More: to come\r\n"),
        ("drip-length", b"chunked\r\n\r\n", b"0"),
        ("drip-gzip", b"\0\x03", b"name"),
    ],
)
def test_a_response_that_never_comes_to_its_body(world: World, fault: str, head: bytes, drop: bytes) -> None:
    world.faults.append(fault)
    with socket.create_connection(("127.0.0.1", world.port), timeout=30) as asking:
        asking.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        said = b""
        while said.count(drop) < 2 or not said.endswith(drop):
            said += asking.recv(1000)
    assert said.startswith(b"HTTP/1.1 200 OK\r\n")
    assert said.partition(head)[2].replace(drop, b"") == b""


def test_a_proxy_that_packs_changes_the_validator(world: World) -> None:
    plain = get(world, "/feed/").headers["ETag"]
    world.faults.append("packed /feed/*")
    packed = get(world, "/feed/").headers["ETag"]
    assert packed == f'W/{plain[:-1]}-gzip"'
    assert get(world, "/feed/", headers={"If-None-Match": packed}).status_code == 200
    assert get(world, "/feed/", headers={"If-None-Match": plain}).status_code == 304


def test_a_server_may_say_that_nothing_changed_whatever_did(world: World) -> None:
    world.faults.append("stale /feed/*")
    assert get(world, "/feed/", headers={"If-None-Match": '"another"'}).status_code == 304
    assert get(world, "/feed/").status_code == 200
    world.faults = ["unasked /feed/*"]
    assert get(world, "/feed/").status_code == 304


def test_every_fault_is_named_in_a_test() -> None:
    played = Path(__file__).with_name("flows") / "behaviours.py"
    source = Path(__file__).read_text() + played.read_text()
    assert [name for name in FAULTS if not re.search(rf'"{name}[" ]', source)] == []


def test_a_reset_may_pass_too(world: World) -> None:
    world.faults.append("reset-once")
    with pytest.raises(requests.ConnectionError):
        get(world, "/")
    assert get(world, "/").status_code == 200


# The sample by itself.


def test_the_sample_is_where_its_sites_toml_says() -> None:
    entry = tomllib.loads(FILES.with_name("sites.toml").read_text())["site"][0]
    assert entry["url"] == f"http://{SAMPLE.host}:{PORT}/"
    assert (entry["id"], entry["name"], entry["kind"]) == (SAMPLE.id, SAMPLE.name, SAMPLE.skin)


def test_the_sample_is_served_until_it_is_stopped() -> None:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    # -S: nothing but the standard library is there to import.
    command = [sys.executable, "-S", "-m", "tests.world", "--port", str(port), "--today", "2021-01-01"]
    root = Path(__file__).parents[1]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == f"the sample is served at http://127.0.0.1:{port}/\n"
        answer = requests.get(f"http://127.0.0.1:{port}/wp-json/wp/v2/posts", timeout=30)
        assert answer.headers["X-WP-Total"] == "2"
        again = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=20)
        assert (again.returncode, "stop what uses it" in again.stderr) == (1, True)
        process.terminate()
        assert process.wait(timeout=30) == 0
