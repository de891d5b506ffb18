"""The pages, from a real server on loopback, by plain requests."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, quote, urlencode, urljoin, urlsplit

import pytest
import requests
from bs4 import BeautifulSoup
from protego import Protego

from archive.store import Archive
from archive.web.language import KINDS, LABELS, TEXTS
from tests.archive import made, shelf
from tests.archive.serving import serving


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(shelf.fill(tmp_path_factory.mktemp("shelf"))) as address:
        yield address


def soup(url: str, status: int = 200) -> BeautifulSoup:
    answer = requests.get(url, timeout=30)
    assert answer.status_code == status, answer.text
    return BeautifulSoup(answer.text, "lxml")


def words(page: BeautifulSoup) -> str:
    return re.sub(r"\s+", " ", page.get_text(" "))


def test_a_hit_reads_aloud(site: str) -> None:
    page = soup(f"{site}/?q={quote('การศึกษาชั้นเรียน')}")
    hit = page.select_one(".hits article")
    assert hit is not None
    said = words(hit)
    for part in (
        "14–17 ธันวาคม 2563",
        "ประชุมเชิงปฏิบัติการ",
        "ห้องประชุมดอกปีบ",
        "กระบี่",
        "ศศิพงศ์ ลมทะเลจันทร์",
        "วิทยากร",
    ):
        assert part in said, part
    assert [mark.text for mark in hit.select(".passage mark")] == ["การศึกษาชั้นเรียน"]
    assert page.select_one("time")["datetime"] == "2020-12-14"


def test_a_hit_says_why_it_is_one(site: str) -> None:
    said = words(soup(f"{site}/?q={quote('กล้วยฉาบ')}").select_one(".hits article"))
    assert "ข้อความจากไฟล์แนบ: กำหนดการ" in said
    said = words(soup(f"{site}/?q={quote('เขาพนมแดง 15/12/63')}").select_one(".hits article"))
    assert "ตรงกับ: หน่วยงานผู้จัด โรงเรียนบ้านเขาพนมแดง · วันที่ 14–17 ธันวาคม 2563" in said
    assert "ไม่มีคำว่า: กล้วยฉาบ" in words(soup(f"{site}/?q={quote('กล้วยฉาบ ตลาดนัด')}"))


@pytest.mark.parametrize("sort", ["", "date"])
def test_what_has_only_some_of_the_words_is_counted_apart_and_below_a_line(site: str, sort: str) -> None:
    page = soup(f"{site}/?q={quote('ประธาน น้ำดื่ม')}&sort={sort}")
    assert words(page.select_one(".count")) == "พบ 1 รายการ · ใกล้เคียงอีก 1 รายการ"
    above, below = page.select(".hits li:has(~ .divider) .title a"), page.select(".divider ~ li .title a")
    assert [urlsplit(a["href"]).path for a in (*above, *below)] == ["/event/krabi/2", "/event/krabi/1"]
    assert len(below) == 1
    page = soup(f"{site}/?q={quote('กล้วยฉาบ ตลาดนัด')}&sort={sort}")
    assert words(page.select_one(".count")) == "ไม่มีรายการที่ตรงครบ · ใกล้เคียง 2 รายการ"


def test_every_value_of_an_event_shows_its_sentence(site: str) -> None:
    page = soup(f"{site}/event/krabi/1")
    rows = {row.dt.text: row.dd for row in page.select("dl > div")}
    assert "14–17 ธันวาคม 2563" in rows["วันที่"].text
    assert [mark.text for mark in rows["วันที่"].select("blockquote mark")] == ["14–17 ธันวาคม 2563"]
    assert "การสังเกตชั้นเรียน" in [mark.text for mark in rows["วิทยากร/ผู้พูด"].select("mark")]
    assert all(row.select("blockquote mark") for name, row in rows.items() if name != "ลักษณะเอกสาร")
    sources = [a["href"] for a in page.select(".documents a[rel]")]
    assert sources == ["http://127.0.0.1:8000/?p=1", "http://127.0.0.1:8000/krabi/uploads/11.txt"]
    assert "เก็บเมื่อ 2 พฤศจิกายน 2569 เวลา 03.00 น." in words(page)


def test_a_proof_leads_to_its_place_in_the_document(site: str) -> None:
    page = soup(f"{site}/event/krabi/1")
    link = page.select_one("dl blockquote a")["href"]
    document = soup(urljoin(site, link))
    target = document.find(id=urlsplit(link).fragment)
    assert target is not None
    assert target.name == "mark"
    assert "วันที่" in target["title"]


def test_events_with_the_same_people_are_offered(site: str) -> None:
    (other,) = soup(f"{site}/event/krabi/1").select("section[aria-labelledby=related] li")
    assert other.a["href"] == "/event/krabi/2"
    assert "10 มิถุนายน 2563 · กวิน ทุ่งดอกคูณ" in words(other)
    assert not soup(f"{site}/event/phrae/1").select("section[aria-labelledby=related]")


def test_a_document_has_its_text_event_and_attachments(site: str) -> None:
    page = soup(f"{site}/document/krabi/1")
    assert "งานต่อไปของ สพฐ. จะจัดที่แม่ฮ่องสอน" in words(page)
    assert page.select_one('a[href="/event/krabi/1"]') is not None
    assert page.select_one('a[href="/document/krabi/uploads/11.txt"]') is not None
    assert "ไฟล์แนบ" in words(soup(f"{site}/document/krabi/uploads/11.txt"))


def test_an_older_version_can_be_read(tmp_path: Path) -> None:
    folder = shelf.fill(tmp_path / "data")
    before = shelf.PAGES["phrae/2"][0]
    with Archive(folder) as archive:
        link = shelf.Link("phrae/2", f"{shelf.SITES[1].url}?p=2", modified="2026-11-09T00:00:00Z")
        archive.keep(
            shelf._capture(link, before.replace("วันเสาร์", "วันอาทิตย์")), shelf.SITES[1], archive.begin_run("t")
        )
        shelf.save(archive, "phrae/2")
    with serving(folder) as site:
        now, old = soup(f"{site}/document/phrae/2"), soup(f"{site}/document/phrae/2?version=1")
        assert "ทุกวันอาทิตย์" in words(now)
        assert "ทุกวันเสาร์" in words(old)
        assert "นี่คือฉบับเก่า" in words(old)
        assert "ฉบับที่ 2" in words(now)


def test_markup_in_a_title_is_text(site: str) -> None:
    for path in (
        f"/?q={quote('อบรมครู')}",
        "/event/phrae/1",
        "/document/phrae/1",
        "/?q=<script>alert(1)</script>",
    ):
        text = requests.get(site + path, timeout=30).text
        assert "<script" not in text, path
        assert "&lt;script&gt;" in text, path


def test_no_link_runs_a_script(tmp_path: Path) -> None:
    folder = shelf.fill(tmp_path / "data")
    with Archive(folder) as archive:
        archive.db.execute("UPDATE document SET url = 'javascript:alert(1)'")
    with serving(folder) as site:
        for path in ("/event/krabi/1", "/document/krabi/1"):
            assert "javascript:" not in str([a["href"] for a in soup(site + path).select("a")])


def test_hits_as_csv(site: str) -> None:
    answer = requests.get(f"{site}/hits.csv?q={quote('อบรม ครู')}", timeout=30)
    assert answer.content.startswith(b"\xef\xbb\xbf")
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    first = next(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert (first["id"], first["start"], first["province"]) == ("phrae/1", "2024-04-03", "แพร่")
    assert first["people"] == "'=อัยลดา ฟ้าหลังฝนโปรย"  # no formula


def test_csv_and_page_hold_the_same_hits(site: str) -> None:
    query = quote("ประชุม ประธาน")
    page = soup(f"{site}/?q={query}")
    table = requests.get(f"{site}/hits.csv?q={query}", timeout=30).content.decode("utf-8-sig")
    ids = [row["id"] for row in csv.DictReader(io.StringIO(table))]
    assert [urlsplit(a["href"]).path for a in page.select(".title a")] == [f"/event/{id}" for id in ids]


@pytest.mark.parametrize(
    "path", ["/", "/event/krabi/1", "/document/krabi/1", "/nowhere", "/hits.csv", "/static/style.css"]
)
def test_every_answer_is_guarded(site: str, path: str) -> None:
    headers = requests.get(site + path, timeout=30).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("path", ["/", "/event/krabi/1", "/nowhere", "/hits.csv", "/static/style.css"])
def test_what_may_change_is_asked_for_again(site: str, path: str) -> None:
    assert requests.get(site + path, timeout=30).headers["Cache-Control"] == "no-cache"


def test_what_is_unchanged_is_not_sent_again(site: str) -> None:
    for name in ("style.css", "fonts/sarabun-thai-400-normal.woff2"):
        url = f"{site}/static/{name}"
        kept = requests.get(url, timeout=30).headers
        assert requests.get(url, headers={"If-None-Match": kept["ETag"]}, timeout=30).status_code == 304
    assert kept["Cache-Control"] == "max-age=31536000"


@pytest.mark.parametrize("path", ["/", "/event/krabi/1", "/help", "/static/style.css"])
def test_pages_travel_small(site: str, path: str) -> None:
    plain = requests.get(site + path, headers={"Accept-Encoding": "identity"}, timeout=30)
    small = requests.get(site + path, timeout=30)
    assert small.headers["Content-Encoding"] == "gzip"
    assert int(small.headers["Content-Length"]) < len(plain.content) / 2
    assert small.content == plain.content


def test_a_crawler_reads_events_and_no_endless_searches(site: str) -> None:
    rules = Protego.parse(requests.get(f"{site}/robots.txt", timeout=30).text)
    newest = soup(f"{site}/").select_one(".title a")["href"]
    for path in ("/", newest, "/document/krabi/1", "/help", "/?lang=en", "/?page=n0~0~0~2020-12-14~7~0"):
        assert rules.can_fetch(site + path, "any"), path
    for path in (f"/?q={quote('ประชุม')}", "/?year=2563&type=meeting", "/hits.csv?q=x", "/?q=x&lang=en"):
        assert not rules.can_fetch(site + path, "any"), path


@pytest.mark.parametrize(
    "path", ["/nowhere", "/event/nix", "/document/", "/document/krabi/999", "/event/%00", "/static/nix.css"]
)
def test_what_is_not_there_is_said_kindly(site: str, path: str) -> None:
    page = soup(site + path, 404)
    assert page.html["lang"] == "th"
    assert "ไม่พบหน้านี้" in words(page)


@pytest.mark.parametrize(
    "query",
    [
        *("q=%00", "q=%22", "q=%FF%FE", "q=a&q=b", "q=" + "ก" * 5000, "lang=xx", "sort=x", "person=%25"),
        *("page=0", "page=-1", "page=99999999999", "page=x", "q=ก&page=5000"),
        *("year=abc", "year=999999", "q=ก&year=2563&type=meeting"),
    ],
)
def test_whatever_stands_in_the_address_is_answered(site: str, query: str) -> None:
    assert soup(f"{site}/?{query}").h1 is not None
    assert requests.get(f"{site}/hits.csv?{query}", timeout=30).status_code == 200


def test_a_query_of_ten_thousand_letters_is_cut_and_the_page_says_so(site: str) -> None:
    answer = requests.get(site, params={"q": "ประชุม " * 1500, "page": "n" * 10_000}, timeout=30)
    page = BeautifulSoup(answer.text, "lxml")
    assert page.select(".hits article")
    assert len(page.select_one("#q")["value"]) == 300
    assert "ค้นหาจาก 300 ตัวอักษรแรก" in words(page)
    assert len(answer.content) < 1_000_000
    assert "ตัวอักษรแรก" not in words(soup(f"{site}/?q={quote('ประชุม')}"))


@pytest.mark.parametrize("query", ["😀", ".,;:", '"', "%20%20"])
def test_what_holds_no_word_is_not_told_as_found(site: str, query: str) -> None:
    page = soup(f"{site}/?q={query}")
    assert "พบ" not in words(page.select_one(".count"))
    assert "เหตุการณ์ล่าสุด" in words(page)
    assert ("ไม่มีคำหรือตัวเลขให้ค้นหา" in words(page)) == (query != "%20%20")
    assert "พบ 2 รายการ" in words(soup(f"{site}/?q={query}&year=2563"))
    assert "พบ 2 รายการ" in words(soup(f"{site}/?q={quote('ปี:2563')}"))


def test_a_failure_shows_no_traceback(tmp_path: Path) -> None:
    folder = shelf.fill(tmp_path / "data")
    with serving(folder) as site:
        (folder / "archive.db").write_bytes(b"no database" * 1000)
        for suffix in ("-wal", "-shm"):
            (folder / f"archive.db{suffix}").unlink(missing_ok=True)
        page = soup(f"{site}/?q=x", 500)
        assert "ขออภัย" in words(page)
        assert "Traceback" not in str(page)
        assert "sqlite" not in str(page).lower()


def test_no_archive_is_said_kindly(tmp_path: Path) -> None:
    with serving(tmp_path / "nothing") as site:
        assert "ยังไม่มีคลังให้เปิด" in words(soup(f"{site}/", 503))
    assert not (tmp_path / "nothing").exists()


def test_english_stays_english(site: str) -> None:
    page = soup(f"{site}/?lang=en&q={quote('ประชุม')}")
    assert page.html["lang"] == "en"
    assert "14–17 December 2563 BE" in words(page)
    ours = [a["href"] for a in page.select("a[href^='/']") if not a.has_attr("hreflang")]
    assert ours
    assert all("lang=en" in link for link in ours)
    assert "lang" not in page.select_one("a[hreflang=th]")["href"]
    assert page.select_one("input[name=lang]")["value"] == "en"


@pytest.mark.parametrize("path", ["/?q=ประธาน&province=กระบี่", "/event/krabi/1?", "/document/krabi/1?"])
def test_what_is_thai_is_spoken_thai_on_an_english_page(site: str, path: str) -> None:
    page = soup(f"{site}{path}&lang=en").main

    def languages(of: str) -> set[str]:
        return {text.find_parent(lang=True)["lang"] for text in page.find_all(string=re.compile(of))}

    assert languages("[ก-๛]") == {"th"}
    assert languages("December 2563 BE|speaker") == {"en"}


def test_a_page_of_hits_is_titled_by_what_was_asked(site: str) -> None:
    titled = soup(f"{site}/?q=x&type=meeting&site=krabi").title.text
    assert titled == "x · ประชุม · โรงเรียนบ้านเขาพนมแดง · ประชุม"
    assert soup(f"{site}/").title.text == "ประชุม"


def test_a_filter_narrows_and_can_be_taken_off(site: str) -> None:
    page = soup(f"{site}/?q={quote('ประชุม อบรม')}")
    year = next(a for a in page.select(".facets a") if "2567" in a.text)
    narrowed = soup(urljoin(site, year["href"]))
    assert [a["href"].split("?")[0] for a in narrowed.select(".title a")] == ["/event/phrae/1"]
    off = narrowed.select_one("a.chip.on")
    assert "year" not in off["href"]


def test_pages_keep_query_filters_order_and_language(tmp_path: Path) -> None:
    with Archive(tmp_path / "data") as archive:
        archive.register(made.SITE)
        run = archive.begin_run("test")
        for n in range(45):
            text = f"ประชุมครู ครั้งที่ {n}\nประธาน: กวิน ทุ่งดอกคูณ"
            archive.keep(made.capture(made.link(n), text), made.SITE, run)
        made.read_pending(archive, run)
    with serving(tmp_path / "data") as site:
        asked = {"q": "ประชุม", "year": "2563", "sort": "date", "lang": "en"}
        pages = [soup(f"{site}/?{urlencode(asked)}")]
        while more := pages[-1].select_one("a[rel=next]"):
            kept = {name: value for name, [value] in parse_qs(urlsplit(more["href"]).query).items()}
            assert kept == {**asked, "page": kept["page"]}
            pages.append(soup(urljoin(site, more["href"])))
        hits = [[urlsplit(a["href"]).path for a in page.select(".title a")] for page in pages]
        assert [len(some) for some in hits] == [20, 20, 5]
        assert len({path for some in hits for path in some}) == 45
        assert words(pages[2].select_one(".count")) == "45 found · 41–45"
        assert len({page.title.text for page in pages}) == 3
        back = soup(urljoin(site, pages[2].select_one("a[rel=prev]")["href"]))
        assert [urlsplit(a["href"]).path for a in back.select(".title a")] == hits[1]


def test_the_way_back_from_a_hit_keeps_its_search(site: str) -> None:
    page = soup(f"{site}/?year=2567&sort=date&lang=en")
    hit = soup(urljoin(site, page.select_one(".title a")["href"]))
    back = urlsplit(hit.select_one("main .tools a")["href"])
    assert (back.path, parse_qs(back.query)) == ("/", {"year": ["2567"], "sort": ["date"], "lang": ["en"]})
    assert soup(f"{site}/event/krabi/1").select_one("main .tools") is None


def test_filters_that_leave_nothing_are_named_as_the_reason(site: str) -> None:
    page = soup(f"{site}/?q={quote('อบรม')}&year=2499")
    assert "ไม่มีรายการที่ตรงกับตัวกรองทั้งหมด" in words(page)
    (without,) = (a for a in page.select("main p a") if a.text == "ค้นหาโดยไม่กรอง")
    assert soup(urljoin(site, without["href"])).select(".hits article")


def test_where_nothing_is_found_there_is_a_way_out(site: str) -> None:
    page = soup(f"{site}/?q=zzzzqqq&lang=en")
    assert page.select_one("main a[href='/?lang=en']").text == "Newest events"
    page = soup(f"{site}/?q={quote('จังหวัด:กะบี่')}")
    assert page.select_one(".note a").text == "จังหวัด:กระบี่"


def test_what_may_have_been_meant_is_looked_for_in_the_same_filters(site: str) -> None:
    page = soup(f"{site}/?q={quote('จังหวัด:กะบี่')}&year=2563&sort=date&lang=en")
    meant = parse_qs(urlsplit(page.select_one(".note a")["href"]).query)
    assert meant == {"q": ["จังหวัด:กระบี่"], "year": ["2563"], "sort": ["date"], "lang": ["en"]}


def test_a_merged_event_leads_to_the_other(tmp_path: Path) -> None:
    folder = shelf.fill(tmp_path / "data")
    with Archive(folder) as archive:
        archive.db.execute(
            "INSERT INTO merge(event, into_event, who, at, why)"
            " VALUES ('krabi/old', 'krabi/2', 'x', 'x', 'x')"
        )
    with serving(folder) as site:
        answer = requests.get(f"{site}/event/krabi/old", timeout=30)
        assert urlsplit(answer.url).path == "/event/krabi/2"


def test_a_link_to_what_was_taken_down_is_told_so(tmp_path: Path) -> None:
    folder = shelf.fill(tmp_path / "data")
    with Archive(folder) as archive:
        archive.take_down("krabi/1", who="บรรณารักษ์", why="ขอให้ถอน")
    with serving(folder) as site:
        for path in ("/event/krabi/1", "/document/krabi/1", "/document/krabi/uploads/11.txt"):
            page = soup(site + path, 410)
            assert "ถูกถอนออกจากคลังแล้ว" in words(page)
            assert "บรรณารักษ์" not in words(page)
            assert "ศศิพงศ์" not in words(page)
        assert soup(f"{site}/event/krabi/2").h1


def test_what_a_harvest_adds_is_seen_at_once(tmp_path: Path) -> None:
    folder = shelf.fill(tmp_path / "data")
    with serving(folder) as site, Archive(folder) as archive:
        assert "ไม่พบ" in words(soup(f"{site}/?q={quote('เรือไฟ')}"))
        link = shelf.Link("phrae/9", f"{shelf.SITES[1].url}?p=9")
        run = archive.begin_run("t")
        archive.keep(shelf._capture(link, "งานไหลเรือไฟ"), shelf.SITES[1], run)
        document = [shelf.Reading(capture, shelf._document(capture)) for capture in archive.family("phrae/9")]
        archive.save("phrae/9", document, None, run)
        assert "พบ 1 รายการ" in words(soup(f"{site}/?q={quote('เรือไฟ')}"))


def test_a_rebuilt_catalogue_is_opened_anew(tmp_path: Path) -> None:
    folder = shelf.fill(tmp_path / "data")
    with serving(folder) as site:
        assert "3 เหตุการณ์" in words(soup(f"{site}/"))
        other = tmp_path / "other"
        Archive(other).close()
        (other / "archive.db").replace(folder / "archive.db")
        assert "ยังไม่มีเหตุการณ์" in words(soup(f"{site}/"))


def test_health(site: str) -> None:
    assert requests.get(f"{site}/health", timeout=30).text == "ok\n"


def test_every_field_has_a_label_and_every_text_two_languages() -> None:
    for table in (TEXTS, KINDS, LABELS):
        assert all(len(said) == 2 and all(said) for said in table.values())


def test_pages_are_accessible_in_structure(site: str) -> None:
    for path in ("/", f"/?q={quote('ประชุม')}", "/event/krabi/1", "/document/krabi/1", "/nowhere"):
        page = BeautifulSoup(requests.get(site + path, timeout=30).text, "lxml")
        ids = [tag["id"] for tag in page.select("[id]")]
        assert len(ids) == len(set(ids)), path
        assert len(page.select("h1")) == 1
        assert page.select_one("main#content") is not None
        assert page.select_one("a.skip")["href"] == "#content"
        assert all(page.select_one(f"label[for={tag['id']}]") for tag in page.select("input[type=search]"))
        assert not page.select("script, [style], [onclick], img:not([alt])"), path
