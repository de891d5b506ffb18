"""Search over an archive of our own.

To add a case: (query, id of the first hit) into FINDS; a query that may never
fail into ANYTHING; (query, number of hits) into NARROWS.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from archive import indexing
from archive.schema import migrate
from archive.search import CONDITIONS, FACETS, families, frequent, holders, loose, match, pieces, search
from archive.search.facets import offers
from archive.search.fields import FIELDS, OF_FACETS, written
from archive.search.query import understand
from archive.search.synonyms import GROUPS
from archive.store import Archive
from archive.web.language import KINDS, named
from extractors.thai.abbreviations import FULL_FORMS
from extractors.thai.words import fold, segment
from tests.archive import shelf

FINDS = [
    ("Lesson Study", "krabi/1"),
    ("lesson study 63", "krabi/1"),
    ("ประชุมเชิงปฏิบัติการ การศึกษาชั้นเรียน", "krabi/1"),
    ("ธันวาคม 2563", "krabi/1"),
    ("ธ.ค. 63", "krabi/1"),
    ("ธันวคม 63", "krabi/1"),  # a month with a slip in it
    ("15 ธันวาคม 2563 ห้องประชุม", "krabi/1"),  # a day that no text holds, within the event
    ("กล้วยฉาบ", "krabi/1"),  # in the attachment alone
    ("ศศิพงศ์ ลมทะเลจันทร์", "krabi/1"),
    ("ศศิพงศ์ลมทะเลจันทร์", "krabi/1"),
    ("ดร.ศศิพงศ์", "krabi/1"),
    ("ลมทะเล", "krabi/1"),
    ("มทะเลจัน", "krabi/1"),  # a piece that begins and ends within a word
    ("ศศิพงษ์ ลมทะเลจันทร์", "krabi/1"),
    ("ลมทะเลจันทน์", "krabi/1"),  # a slip
    ("5/63", "krabi/2"),
    ("๕/๒๕๖๓", "krabi/2"),
    ("ประชุมผู้บริหาร 5/2563", "krabi/2"),
    ("ประชุมผู้บริหาร5/2020", "krabi/2"),
    ("เดือน 12 ปี 63", "krabi/1"),
    ("Dec 2020 Lesson", "krabi/1"),
    ("16/12/63", "krabi/1"),
    ("2020-12-16", "krabi/1"),
    ("๑๔-๑๗ ธ.ค. ๖๓", "krabi/1"),
    ("ธันวา 63", "krabi/1"),
    ("เดือนธันวา กระบี่", "krabi/1"),
    ("ปีงบ 64 ประธาน", "krabi/1"),
    ("ประชุม ปลายปี 2563 ดอกปีบ", "krabi/1"),
    ("นํ้าดื่ม", "krabi/2"),  # sara am in two letters
    ("มิถุนายน 2563", "krabi/2"),  # the text says "today"
    ("สพฐ อบรม", "phrae/1"),  # the text has the full form
    ("ส.พ.ฐ. อบรม", "phrae/1"),
    ("สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน แม่ฮ่องสอน", "krabi/1"),  # the text has the short form
    ("อัยลดา", "phrae/1"),
    ("น.ส.อัยลดา ฟ้าหลังฝนโปรย", "phrae/1"),
    ("อบรม 2024", "phrae/1"),
    ("อบรม แพร่ 67", "phrae/1"),
    ("เเพร่", "phrae/1"),  # two sara e
    ("ตลาดนัด", "phrae/2"),
    ("กล้วย ฉาบ", "krabi/1"),  # words split, also within one
    ("กระ บี่", "krabi/1"),
    ("กวินทุ่งดอกคูณ", "krabi/2"),  # and joined
    ("lessonstudy", "krabi/1"),
    ("ปฏิบัตการ", "krabi/1"),
    ("เมล็ดพันธ์", "phrae/2"),
    ("ผู้บรหาร 5/63", "krabi/2"),  # a slip in a short word: the spelling of the texts
    ("ลมทเลจันทร์ กล้วยฉาบ", "krabi/1"),
    ('"ทุกวันเสาร์"', "phrae/2"),
    ("ใครบรรยายเรื่อง lesson study", "krabi/1"),  # questions
    ("กล้วยฉาบ ที่ไหน", "krabi/1"),
    ("who spoke on Lesson Study", "krabi/1"),
    ("workshop การศึกษาชั้นเรียน", "krabi/1"),  # the text says it in Thai
    ("d]h;pCk[", "krabi/1"),  # กล้วยฉาบ, typed while the keyboard was set to English
    ("สำหหนื หะีกั", "krabi/1"),  # and lesson study, while it was set to Thai
]
NARROWS = [
    ("ประชุม", 2),
    ("ประชุม -ผู้บริหาร", 1),
    ("ประชุม -Lesson", 1),
    ('"ประชุมผู้บริหาร"', 1),
    ("จังหวัด:กระบี่", 1),
    ("จังหวัด:แพร่ ประชุม", 0),
    ("ปี:2563", 2),
    ("year:2567", 1),
    ("ผู้พูด:กวิน", 2),
    ("speaker:กวิน ประเภท:workshop", 1),
    ("ปีงบ:2564", 1),  # October 2563 to September 2564
    ("ปีงบ:2563", 1),
    ("หลัง:2021-01-01", 1),
    ("ก่อน:2021-01-01", 2),
    ("หน่วยงาน:เขาพนมแดง", 1),
    ("สถานที่:ดอกปีบ", 1),
    ("site:phrae", 1),
    ("ปี:abc ประชุม", 0),
    ("ปี:63", 2),
    ("year:2020", 2),
    ("ปีงบ:64", 1),
    ("เดือน:ธ.ค.63", 1),
    ("month:2020-06", 1),
    ("เดือน:abc", 0),
    ("หลัง:ม.ค.64", 1),
    ("หลัง:15/12/2563", 1),
    ("ก่อน:2564", 2),
    ("ประเภท:ประชุมเชิงปฏิบัติการ", 1),
    ("ประเภท: อบรม", 1),
    ("สถานะ:ยกเลิก", 0),
    ("จังหวัด:จ.กระบี่", 1),
    ('ผู้พูด:"นายกวิน ทุ่งดอกคูณ"', 2),
    ("เว็บ:แพร่ฟ้า", 1),
    ("-ผู้บริหาร", 2),  # of all events
    ("-5/63 ปี:2563", 1),  # written ๕/๒๕๖๓
    ('-"ประชุมผู้บริหาร" ประธาน', 1),
    ("จ.แพร่", 1),  # the text says จังหวัดแพร่
    ("รร.บ้านเขาพนมแดง", 1),
    ("5/63", 1),
    ("40/67", 0),  # a text has 40 and 2567, apart
    ("ศธ 40/67", 0),
    ("3 ธันวาคม 2567", 0),
    ("7 ธันวาคม 2563", 0),  # a piece of 14–17 ธันวาคม 2563
    ('"7 ธันวาคม 256"', 1),  # in quotes any piece
    ("มดอกปีบ จั", 1),  # a piece of two words, the second of two letters
]
ANYTHING = [
    *(
        "",
        " ",
        "ก",
        "a",
        "5",
        "!!!",
        '"',
        '""',
        '"""',
        "'",
        "*",
        "^",
        "-",
        "--",
        "- -",
        "()",
        "(",
        "NEAR(",
        "AND",
    ),
    *("OR", "NOT", "ประชุม OR", "NOT ประชุม", "a AND", "col:x", "title:", "ปี:", "ปี:9999999999", "NEAR(a b, 5)"),
    *("'; DROP TABLE words; --", "%", "_", "\\", "\x00", "ก\x00ข", "😀", "ๆ", "ฯ", "ฯลฯ", "่", "ํา", "\u200b"),
    *(
        "ประชุม" * 2000,
        "ก " * 5000,
        "a" * 10_000,
        '"' * 999,
        "-" * 999,
        "5/63 " * 200,
        "ธันวคม",
        "32 ธันวาคม 2563",
    ),
    *(
        "31 กุมภาพันธ์ 2563",
        "๓๐/๒",
        "0/0",
        "9999",
        "{}",
        "[]",
        "<script>",
        "ประชุม\nเขต",
        "\ud800".encode("utf-8", "replace").decode(),
    ),
    *("ประชุม +เขต", "ประชุม*", '"ประชุม', 'ประชุม"', "“ประชุม”", ":", "a:b:c", "ผู้พูด:''", "ผู้พูด:%"),
]


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    folder = shelf.fill(tmp_path_factory.mktemp("shelf"))
    with Archive(folder, readonly=True) as archive:
        yield archive.db


@pytest.mark.parametrize(("query", "id"), FINDS)
def test_finds(db: Database, query: str, id: str) -> None:
    assert [hit.id for hit in search(db, query).hits][:1] == [id]


@pytest.mark.parametrize(("query", "number"), NARROWS)
def test_narrows(db: Database, query: str, number: int) -> None:
    found = search(db, query)
    assert found.total == number
    assert len(found.hits) == found.total + found.loose


@pytest.mark.parametrize("query", ANYTHING)
def test_anything_may_be_typed(db: Database, query: str) -> None:
    found = search(db, query)
    assert len(found.hits) == min(found.total + found.loose, 20)


# What the parts of a query are made of: letters and signs, fields, days, numbers, FTS5's own words.
TYPED = st.lists(
    st.one_of(
        st.text(alphabet='กขประชุม่้ํา 0563๕/.-"*:()^+\x00😀aAND', max_size=12),
        st.sampled_from([f"{field}:" for field in FIELDS]),
        st.sampled_from(
            ["5/63", "31/2/63", "30 ก.พ. 2563", "14-17 ธ.ค. 63", "เดือน 13 ปี 63", "ปีงบ 99", "2020-13-45"]
        ),
        st.sampled_from(
            ["ศธ 04001/ว1", "เดือนที่แล้ว", "-", '"', "”", " NEAR(", " OR ", "สพฐ.", "ผอ.เขต", "อบรม63"]
        ),
        st.text(max_size=4),
    ),
    max_size=8,
).map("".join)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=TYPED)
def test_whatever_is_typed_is_no_error(db: Database, query: str) -> None:
    for hit in search(db, query).hits:
        assert hit.snippet is not None
        assert all(0 <= start < end <= len(hit.snippet) for start, end in hit.marks)


def test_any_piece_of_three_letters_and_more_is_found(db: Database) -> None:
    drawn = random.Random(1)
    texts = [fold(text) for (text,) in db.execute("SELECT text FROM text ORDER BY version").fetchall()]
    for run in drawn.choices([run for text in texts for run in re.findall("[ก-๎]{3,}", text)], k=60):
        begin = drawn.randint(0, len(run) - 3)
        piece = run[begin : begin + drawn.randint(3, 12)]
        assert search(db, f'"{piece}"').total, piece


def test_a_hit_is_an_event_with_all_its_documents(db: Database) -> None:
    (hit,) = search(db, "กล้วยฉาบ").hits
    assert hit.is_event
    assert hit.title == "ประชุมเชิงปฏิบัติการ Lesson Study"
    assert [source.id for source in hit.documents] == ["krabi/uploads/11.txt", "krabi/1"]
    assert [(person.name, person.role) for person in hit.people] == [
        ("ศศิพงศ์ ลมทะเลจันทร์", "speaker"),
        ("กวิน ทุ่งดอกคูณ", "chair"),
    ]
    assert hit.organizers == ("โรงเรียนบ้านเขาพนมแดง",)
    assert hit.site == "โรงเรียนบ้านเขาพนมแดง"


def test_a_hit_as_json_is_what_the_contract_says(db: Database) -> None:
    said = search(db, "ดอกปีบ").hits[0].as_json()
    assert list(said) == [
        *("id", "title", "start", "end", "venue", "province", "url", "documents", "score", "snippet", "marks")
    ]
    assert (said["id"], said["start"], said["end"]) == ("krabi/1", "2020-12-14", "2020-12-17")
    assert said["url"] == said["documents"][0]["url"] == "http://127.0.0.1:8000/?p=1"
    assert [said["snippet"][start:end] for start, end in said["marks"]] == ["ดอกปีบ"]


@pytest.mark.parametrize(("query", "marked"), [("ผู้พูด:กวิน", "กวิน"), ("สถานที่:ดอกปีบ", "ดอกปีบ")])
def test_a_filter_alone_shows_its_words_in_the_passage(db: Database, query: str, marked: str) -> None:
    for hit in search(db, query).hits:
        assert marked in [hit.snippet[start:end] for start, end in hit.marks]
        assert any(marked in fact.value for fact in hit.why)


def test_marks_show_the_original_writing(db: Database) -> None:
    hit = search(db, "5/63").hits[0]
    assert "๕/๒๕๖๓" in [hit.snippet[start:end] for start, end in hit.marks]


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("นํ้าดื่ม", "น้ำดื่ม"),
        ("5/2020", "๕/๒๕๖๓"),
        ("lesson", "Lesson"),
        ("สพฐ", "สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน"),
        ("ลมทะเลจันทน์", "ลมทะเลจันทร์"),
        ("ธันวาคม 2563", "ธันวาคม 2563"),
        ("จังหวัด กระบี่", "จังหวัดกระบี่"),
        ("(กระบี่) ดร.ศศิพงศ์", "ดร.ศศิพงศ์"),
    ],
)
def test_what_is_marked(db: Database, query: str, marked: str) -> None:
    hit = search(db, query).hits[0]
    assert marked in [hit.snippet[start:end] for start, end in hit.marks]


def test_the_passage_says_that_it_stands_in_an_attachment(db: Database) -> None:
    (hit,) = search(db, "กล้วยฉาบ").hits
    assert hit.attachment is not None
    assert hit.attachment.title == "กำหนดการ"
    assert search(db, "ดอกปีบ").hits[0].attachment is None


@pytest.mark.parametrize(
    ("query", "why"),
    [
        ("5/63", [("number", "5/2563")]),
        ("ศศิพงศ์ กระบี่", [("people", "ศศิพงศ์ ลมทะเลจันทร์"), ("province", "กระบี่")]),
        ("16 ธันวาคม 2563", [("start", "2020-12-14")]),
        ("เขาพนมแดง", [("organizers", "โรงเรียนบ้านเขาพนมแดง")]),
        ("กล้วยฉาบ", []),
    ],
)
def test_a_hit_says_which_facts_were_named(db: Database, query: str, why: list[tuple[str, str]]) -> None:
    told = [(fact.name, fact.value) for fact in search(db, query).hits[0].why if fact.name != "title"]
    assert told == why


def test_a_loose_hit_says_what_it_lacks(db: Database) -> None:
    assert {hit.id: hit.lacks for hit in search(db, "กล้วยฉาบ ตลาดนัด").hits} == {
        "krabi/1": ("ตลาดนัด",),
        "phrae/2": ("กล้วยฉาบ",),
    }


@pytest.mark.parametrize("query", ["Lesson Study กล้วยฉาบ", "กล้วยฉาบ กระบี่", "กำหนดการ กวิน ดอกปีบ"])
def test_page_and_attachment_hold_it_together(db: Database, query: str) -> None:
    found = search(db, query)
    assert (found.hits[0].id, found.hits[0].loose, found.total) == ("krabi/1", False, 1)
    assert search(db, query, year=2563).total == 1
    assert search(db, query, year=2567).total == 0
    assert search(db, f"{query} -อาหารว่าง").total == 0


def test_what_is_alike_in_two_thirds_alone_is_no_slip(tmp_path: Path) -> None:
    with Archive(tmp_path) as archive:
        put(archive.db, "ศูนย์เรียนรู้บ้านกลาง", "ศูนย์การเรียนรู้ที่ดอนแก้ว")
        hits = search(archive.db, "ศูนย์เรียนรู้ดอนแก้ว").hits
        assert [(hit.id, hit.loose) for hit in hits] == [("a/2", False), ("a/1", True)]


def test_another_number_is_no_slip(db: Database) -> None:
    assert all(hit.loose for hit in search(db, "29 ธันวาคม 2563").hits)


@pytest.mark.parametrize(
    ("typed", "spelt"),
    [
        ("ผู้บรหาร", ("ผู้บริหาร",)),  # left out
        ("กล้วยฉฉาบ", ("กล้วยฉาบ",)),  # too much
        ("ตลาดนัท", ("ตลาดนัด",)),  # another
        ("lesosn", ("lesson",)),  # swapped
        ("มทะเลจัน", ()),  # a piece of a text is no slip
        ('"ตลาดนัท"', ()),  # nor is what stands in quotes
        ("ตลาดนัด", ()),
        ("ประชุท 5/64", ("ประชุม",)),
    ],
)
def test_a_slip_is_read_as_the_spelling_of_the_texts(
    db: Database, typed: str, spelt: tuple[str, ...]
) -> None:
    assert search(db, typed).query.chunks[0].slips == spelt


def test_a_slip_in_a_name_beside_the_other_is_read_as_the_name(db: Database) -> None:
    found = search(db, "กวน ทุ่งดอกคูณ")
    assert [chunk.slips for chunk in found.query.chunks] == [("กวิน ทุ่งดอกคูณ",)]
    assert found.total == search(db, "กวิน ทุ่งดอกคูณ").total
    assert len(search(db, "กวิน กล้วยฉาบ").query.chunks) == 2


def test_half_a_word_that_says_nothing_alone_is_not_marked(db: Database) -> None:
    (hit,) = search(db, "ผู้สอน น้ำดื่ม").hits
    assert {hit.snippet[start:end] for start, end in hit.marks} == {"น้ำดื่ม"}


def test_the_spelling_that_was_found_is_marked(db: Database) -> None:
    (hit,) = search(db, "ตลาดนัท").hits
    assert "ตลาดนัด" in [hit.snippet[start:end] for start, end in hit.marks]


def test_what_was_typed_by_the_keys_of_the_other_language_is_told(db: Database) -> None:
    found = search(db, "d]h;pCk[ 63 Study")
    assert found.read_as == (("d]h;pCk[", ("กล้วยฉาบ",)),)
    assert found.total == 1
    assert search(db, "Study").read_as == ()


def test_of_a_question_only_what_is_sought_is_looked_for(db: Database) -> None:
    found = search(db, "ใครเป็นวิทยากรเรื่อง Lesson Study ที่ไหนบ้าง")
    assert [hit.id for hit in found.hits if not hit.loose] == ["krabi/1"]
    assert search(db, "ใคร").query.chunks[0].forms == ("ใคร",)  # where nothing else is typed


def test_a_word_stands_in_one_group_of_synonyms() -> None:
    words = [word for line in GROUPS.strip().splitlines() for word in line.split()]
    assert [word for word, times in Counter(words).items() if times > 1] == []


def test_a_document_without_event_is_a_hit_of_its_own(db: Database) -> None:
    (hit,) = search(db, "เมล็ดพันธุ์").hits
    assert (hit.id, hit.is_event, hit.start) == ("phrae/2", False, None)


def test_what_holds_only_some_of_it_comes_last_and_says_so(db: Database) -> None:
    found = search(db, "กล้วยฉาบ ตลาดนัด")
    assert (found.total, found.loose) == (0, 2)
    assert all(hit.loose for hit in found.hits)


def test_nothing_is_found_of_what_is_nowhere(db: Database) -> None:
    assert search(db, "รถไฟความเร็วสูง").total == 0


def test_a_misspelt_name_is_asked_back(db: Database) -> None:
    assert "กวิน ทุ่งดอกคูณ" in search(db, "กวิณ ทุ่งดอกคูน").suggestions


def test_a_misspelt_province_is_asked_back_with_the_rest_of_the_query(db: Database) -> None:
    (suggested,) = search(db, "ประชุม กะบี่").suggestions
    assert suggested == "ประชุม กระบี่"
    assert search(db, suggested).hits[0].id == "krabi/1"
    assert search(db, "ประชุม กระบี่").suggestions == ()


def test_a_misspelt_province_of_a_filter_is_asked_back(db: Database) -> None:
    assert search(db, "จังหวัด:กะบี่ อบรม").suggestions == ("จังหวัด:กระบี่ อบรม",)
    assert search(db, "จังหวัด:กะบี่").suggestions == ("จังหวัด:กระบี่",)
    assert search(db, "จังหวัด:กระบี่").suggestions == ()


def test_pages_are_stable_and_whole(db: Database) -> None:
    whole = [hit.id for hit in search(db, "ที่").hits]
    assert len(set(whole)) == len(whole) > 2
    assert walked(db, "ที่") == whole


@pytest.mark.parametrize("query", ["ที่", ""])
@pytest.mark.parametrize("sort", ["relevance", "date"])
def test_pages_lead_back_the_way_they_came(db: Database, query: str, sort: str) -> None:
    first = search(db, query, limit=1, sort=sort)
    second = search(db, query, limit=1, sort=sort, page=first.next)
    assert second.hits[0].id != first.hits[0].id
    assert first.previous is None
    back = search(db, query, limit=1, sort=sort, page=second.previous)
    assert [hit.id for hit in back.hits] == [hit.id for hit in first.hits]


@pytest.mark.parametrize("query", ["ประธาน", ""])
def test_what_comes_meanwhile_moves_no_hit_to_another_page(tmp_path: Path, query: str) -> None:
    with Archive(shelf.fill(tmp_path)) as archive:
        first = search(archive.db, query, limit=1, sort="date")
        archive.db.execute("UPDATE event SET start = '2029-01-01' WHERE id = 'krabi/2'")  # now the newest
        second = search(archive.db, query, limit=1, sort="date", page=first.next)
        assert {hit.id for hit in second.hits}.isdisjoint({hit.id for hit in first.hits})


@pytest.mark.parametrize("page", ["", "x", "n", "n~~~~", "n5~x~~1~1", "p9~1e999~~1~1", "n5~nan~~0~0", "7"])
def test_a_page_that_is_none_is_answered(db: Database, page: str) -> None:
    assert search(db, "ที่", page=page).total == search(db, "ที่").total


def walked(db: Database, query: str, sort: str = "relevance") -> list[str]:
    """The ids of all hits, a page of one at a time."""
    found = search(db, query, limit=1, sort=sort)
    ids = [hit.id for hit in found.hits]
    while found.next:
        found = search(db, query, limit=1, sort=sort, page=found.next)
        ids += [hit.id for hit in found.hits]
    return ids


def test_facets_agree_with_their_filters(db: Database) -> None:
    for query in ("ประชุม", "ที่", "ประธาน", "นา", ""):
        found = search(db, query)
        assert set(found.facets) == set(FACETS)
        for name, counts in found.facets.items():
            for value, number in counts:
                narrowed = search(db, query, **{name: int(value) if name in ("year", "fiscal") else value})
                assert narrowed.total == number, (query, name, value)


def test_every_value_of_a_facet_can_be_typed(db: Database) -> None:
    found = search(db, "ประธาน")
    for name, counts in found.facets.items():
        for value, number in counts:
            typed = named("th", KINDS, value) if name in ("type", "status") else value
            assert search(db, f"ประธาน {written(name, typed)}").total == number, (name, value)


def test_every_facet_is_a_filter_and_has_values(db: Database) -> None:
    assert set(FACETS) <= set(CONDITIONS)
    assert set(FACETS) == set(OF_FACETS)
    assert set(OF_FACETS.values()) <= set(FIELDS)
    assert dict(search(db, "กวิน").facets["participant"]) == {"กวิน ทุ่งดอกคูณ": 2, "ศศิพงศ์ ลมทะเลจันทร์": 1}
    assert search(db, "การศึกษาชั้นเรียน").facets["body"] == (("โรงเรียนบ้านเขาพนมแดง", 1),)
    assert search(db, "การศึกษาชั้นเรียน").facets["fiscal"] == (("2564", 1),)


@pytest.mark.parametrize(
    ("query", "today", "ids"),
    [
        ("เดือนที่แล้ว", date(2021, 1, 15), ["krabi/1"]),
        ("ประชุม เดือนที่แล้ว", date(2021, 1, 15), ["krabi/1"]),
        ("ผู้บริหาร เดือนที่แล้ว", date(2021, 1, 15), []),
        ("ปีที่แล้ว ประชุม", date(2021, 1, 15), ["krabi/2", "krabi/1"]),
        ("ปีงบประมาณนี้", date(2021, 1, 15), ["krabi/1"]),
        ("last month", date(2020, 7, 1), ["krabi/2"]),
        ("เมื่อวาน", date(2024, 4, 4), ["phrae/1"]),
    ],
)
def test_times_named_by_today(db: Database, query: str, today: date, ids: list[str]) -> None:
    assert [hit.id for hit in search(db, query, today=today).hits if not hit.loose] == ids


def test_what_words_name_is_offered_and_never_applied(db: Database) -> None:
    known = {name: Counter() for name in FACETS} | {
        "year": Counter({"2563": 3, "2564": 1}),
        "province": Counter({"กรุงเทพมหานคร": 2, "ขอนแก่น": 4}),
        "body": Counter({"สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน": 1}),
        "participant": Counter({"สมมติ ตั้งใจดี": 2, "ก้องภพ เสียงกังวาน": 1}),
    }
    typed = understand("ขอนแก่น 63 สพฐ ตั้งใจดี กทม.")
    assert [(offer.name, offer.value, offer.hits) for offer in offers(known, typed, 4)] == [
        ("year", "2563", 3),
        ("province", "กรุงเทพมหานคร", 2),  # all four hits are of ขอนแก่น, which so narrows nothing
        ("body", "สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน", 1),
        ("participant", "สมมติ ตั้งใจดี", 2),
    ]


@pytest.mark.parametrize("typed", ["ธ.ค. 63", "14-17 ธันวาคม 2563"])
def test_a_month_is_offered_and_leaves_its_own(db: Database, typed: str) -> None:
    known = {name: Counter() for name in FACETS} | {"month": Counter({"2020-12": 2, "2020-11": 1})}
    assert [(offer.name, offer.value, offer.hits) for offer in offers(known, understand(typed), 4)] == [
        ("month", "2020-12", 2)
    ]
    assert [hit.id for hit in search(db, "ประธาน", month="2020-12").hits] == ["krabi/1"]
    assert [hit.id for hit in search(db, f"ประธาน {written('month', '2020-12')}").hits] == ["krabi/1"]


def test_the_event_comes_before_what_mentions_it(tmp_path: Path) -> None:
    words = "ประชุมผู้บริหาร ครั้งที่ 5/2563 "
    mentions = ("งานอื่น", None, "เรื่องอื่น ที่กล่าวถึง " + words * 9)
    is_it = ("การประชุมผู้บริหาร", "5/2563", f"{words} และเรื่องอื่นอีกมาก " + "ครู " * 200)
    with Archive(tmp_path) as archive:
        db = archive.db
        put(db, mentions[2], is_it[2])
        for key, (title, number, _) in enumerate((mentions, is_it), 1):
            event = {"key": key, "id": f"a/{key}", "title": title, "number": number, "start": "2020-06-10"}
            db.table("event").insert({**event, "facts": "{}"})
            db.table("report").insert({"event": key, "document": key})
        assert [hit.id for hit in search(db, "ประชุมผู้บริหาร 5/2563").hits] == ["a/2", "a/1"]


def test_of_what_weighs_about_the_same_the_newest_comes_first(tmp_path: Path) -> None:
    days = ("2021-05-01", "2023-05-01", "2022-05-01")
    with Archive(tmp_path) as archive:
        put(archive.db, "ประชุมผู้บริหาร", "ประชุมผู้บริหาร ที่ห้องประชุมใหม่", "ประชุมผู้บริหาร เรื่องน้ำดื่ม")
        for key, day in enumerate(days, 1):
            event = {"key": key, "id": f"a/{key}", "title": "การประชุมผู้บริหาร", "start": day, "facts": "{}"}
            archive.db.table("event").insert(event)
            archive.db.table("report").insert({"event": key, "document": key})
        hits = search(archive.db, "ประชุมผู้บริหาร").hits
        assert [hit.start for hit in hits] == sorted(days, reverse=True)
        assert len({hit.score for hit in hits}) == 1


def test_what_is_all_that_was_typed_comes_first(tmp_path: Path) -> None:
    titles = ("การประชุมคณะรัฐมนตรีเศรษฐกิจ", "การประชุมคณะรัฐมนตรี (ครม.)")
    with Archive(tmp_path) as archive:
        put(archive.db, "ประชุมคณะรัฐมนตรี " * 9, "ประชุมคณะรัฐมนตรี และเรื่องอื่น")
        for key, title in enumerate(titles, 1):
            event = {"key": key, "id": f"a/{key}", "title": title, "facts": "{}"}
            archive.db.table("event").insert(event)
            archive.db.table("report").insert({"event": key, "document": key})
        for query in ("ประชุมคณะรัฐมนตรี", "การประชุม ครม.", "ประชุมครม."):
            assert search(archive.db, query).hits[0].id == "a/2", query


def test_a_long_text_that_has_the_words_far_apart_comes_behind(tmp_path: Path) -> None:
    words, other = ["ทุเรียน", "มังคุด", "ลองกอง"], "เรื่องอื่นที่ไม่เกี่ยวข้อง " * 500
    day, about, together = other.join(["", *words, ""]), "ทุเรียน มังคุด", other + " ".join(words) + other
    with Archive(tmp_path) as archive:
        put(archive.db, day, about, together)
        found = search(archive.db, " ".join(words))
        assert [(hit.id, hit.loose) for hit in found.hits] == [("a/3", False), ("a/2", True), ("a/1", True)]
        assert (found.total, found.loose) == (1, 2)


def test_of_what_holds_some_of_it_the_rarest_comes_first_and_then_what_is_titled_so(tmp_path: Path) -> None:
    with Archive(tmp_path) as archive:
        put(archive.db, "ทุเรียน", "ลองกอง", *["ทุเรียน"] * 3, *["มังคุด"] * 3)
        indexing.put(archive.db, 6, "สวนมังคุด", "มังคุด")
        found = [hit.id for hit in search(archive.db, "ทุเรียน มังคุด ลองกอง").hits]
        assert found[:3] == ["a/2", "a/6", "a/8"]


@pytest.mark.parametrize("few", [0, 100])
def test_few_documents_and_many_are_weighed_alike(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr(match, "FEW", few)
    with Archive(tmp_path) as archive:
        put(archive.db, "ทุเรียน " + "เรื่องอื่น " * 99 + "มังคุด", "ทุเรียน มังคุด", "", *["เงาะ"] * 6)
        indexing.put(archive.db, 3, "ทุเรียน มังคุด", "ทุเรียน มังคุด")
        assert [hit.id for hit in search(archive.db, "ทุเรียน มังคุด -เงาะ").hits][:3] == ["a/3", "a/2", "a/1"]


def test_what_is_common_finds_by_itself_only_where_nothing_is_rare(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(holders, "FEW", 2)
    with Archive(tmp_path) as archive:
        put(archive.db, *["ทุเรียน"] * 3, "มังคุด ทุเรียน", "มังคุด", "ลองกอง", *["เงาะ"] * 3)
        assert [hit.id for hit in search(archive.db, "ทุเรียน มังคุด ลองกอง").hits] == ["a/4", "a/6", "a/5"]
        assert {hit.id for hit in search(archive.db, "ทุเรียน เงาะ").hits} == {
            *("a/1", "a/2", "a/3", "a/4", "a/7", "a/8", "a/9")
        }


def test_of_what_has_the_rare_word_alike_a_title_with_the_common_one_comes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(holders, "FEW", 3)
    monkeypatch.setattr(loose, "BEST", 1)
    with Archive(tmp_path) as archive:
        put(archive.db, *["ทุเรียน"] * 3, *["มังคุด"] * 5)
        indexing.put(archive.db, 1, "มังคุด", "ทุเรียน")
        archive.db.execute("UPDATE words SET body = ? WHERE id = 1", ["ทุเรียน"])
        assert search(archive.db, "ทุเรียน มังคุด ลองกอง").hits[0].id == "a/1"


def test_what_has_every_common_word_somewhere_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(holders, "FEW", 1)
    other = "เรื่องอื่นที่ไม่เกี่ยวข้อง " * 20
    with Archive(tmp_path) as archive:
        put(archive.db, "สัมมนา" + other + "โรงพยาบาล", "สัมมนา", "โรงพยาบาล")
        found = search(archive.db, "สัมมนาโรงพยาบาล")
        assert [(hit.id, hit.loose) for hit in found.hits] == [("a/1", True)]


@pytest.mark.parametrize(("between", "chunks"), [("", 2), ("เรื่องอื่นที่ไม่เกี่ยวข้อง " * 20, 1)])
def test_two_words_typed_as_one_stand_in_one_paragraph(tmp_path: Path, between: str, chunks: int) -> None:
    with Archive(tmp_path) as archive:
        put(archive.db, f"อบรมครู {between} ครม.สัญจร")
        assert len(search(archive.db, "อบรมครูครม.สัญจร").query.chunks) == chunks


def test_of_many_texts_that_have_its_letters_the_short_ones_are_read_for_a_piece(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pieces, "READ", 50)
    long = "งทุเรีย ทุเรียน ียนอ นอบ อบเน เนย " * 20  # every three letters of it, and nowhere the whole
    with Archive(tmp_path) as archive:
        put(archive.db, long, long, "วงทุเรียนอบเนยแข็ง", long)
        assert search(archive.db, "งทุเรียนอบเน").hits[0].id == "a/3"


def test_a_title_that_has_all_words_comes_before_a_text_that_has_them_in_a_row(tmp_path: Path) -> None:
    title, other = "ดินสไลด์ ถนนไม่สามารถผ่านได้", "รายงานจากพื้นที่ " * 9
    with Archive(tmp_path) as archive:
        put(archive.db, "เดินทางผ่านไม่ได้ เพราะดินสไลด์ ที่ดอยแม่แจ่ม " * 3, title + other)
        archive.db.execute("UPDATE document SET title = ? WHERE id = 'a/2'", [title])
        archive.db.execute("UPDATE words SET title = ? WHERE id = 2", [segment(title)])
        hits = search(archive.db, "ผ่านไม่ได้ ดินสไลด์").hits
        assert [(hit.id, hit.loose) for hit in hits] == [("a/2", False), ("a/1", False)]


def test_what_has_the_words_in_one_paragraph_comes_first(tmp_path: Path) -> None:
    other = "เรื่องอื่นที่ไม่เกี่ยวข้อง "
    together, apart = other * 60 + "ทุเรียน ลองกอง", other.join(["ทุเรียน " * 5, *[""] * 30, "ลองกอง " * 5])
    with Archive(tmp_path) as archive:
        put(archive.db, together, apart)
        assert [hit.id for hit in search(archive.db, "ทุเรียน ลองกอง").hits] == ["a/1", "a/2"]


def test_of_more_pieces_than_are_looked_for_it_is_said_that_there_are_more(tmp_path: Path) -> None:
    with Archive(tmp_path) as archive:
        put(archive.db, *["วงทุเรียนอบเนย"] * (pieces.MOST + 1))
        found = search(archive.db, "งทุเรียนอ")
        assert (found.total, found.full) == (pieces.MOST, True)


def test_what_is_typed_as_one_word_stands_close_together(tmp_path: Path) -> None:
    with Archive(tmp_path) as archive:
        put(archive.db, f"วันหยุด {'เรื่องอื่น ' * 9} แรงงาน", "วันของแรงงาน")
        found = search(archive.db, "วันแรงงาน")
        assert [(hit.id, hit.loose) for hit in found.hits] == [("a/2", False), ("a/1", True)]


def test_what_is_typed_as_one_is_found_as_two_words(tmp_path: Path) -> None:
    with Archive(tmp_path) as archive:
        put(archive.db, f"ประชุม {'เรื่องอื่น ' * 9} ครม. สัญจร", "ประชุมครู")
        assert [hit.id for hit in search(archive.db, "สัญจรประชุม").hits if not hit.loose] == ["a/1"]


def test_of_a_time_alone_its_events_come_first(tmp_path: Path) -> None:
    with Archive(tmp_path) as archive:
        put(archive.db, "ธันวาคม 2563 " * 9, "วันนี้เปิดงาน")
        title = "UPDATE document SET published = '2020-12-30', title = 'ข่าว ธ.ค. 63' WHERE key = 1"
        archive.db.execute(title)
        event = {"key": 2, "id": "a/2", "title": "เปิดงาน", "start": "2020-12-14", "facts": "{}"}
        archive.db.table("event").insert(event)
        archive.db.table("report").insert({"event": 2, "document": 2})
        assert [hit.id for hit in search(archive.db, "ธ.ค. 63").hits] == ["a/2", "a/1"]


def test_a_filter_leaves_as_many_long_texts_as_were_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(match, "LOOSE", 3)
    day = ("เรื่องอื่นที่ไม่เกี่ยวข้อง " * 1000).join(["ทุเรียน", "มังคุด"])
    with Archive(tmp_path) as archive:
        put(archive.db, *[day] * 5)
        for key, province in enumerate(["น่าน", "น่าน", "ตาก", "ตาก", "ตาก"], 1):
            event = {"key": key, "id": f"a/{key}", "title": "งาน", "province": province, "facts": "{}"}
            archive.db.table("event").insert(event)
            archive.db.table("report").insert({"event": key, "document": key})
        assert search(archive.db, "ทุเรียน มังคุด").facets["province"] == (("ตาก", 3), ("น่าน", 2))
        left = search(archive.db, "ทุเรียน มังคุด", province="น่าน")
        assert (left.total, left.loose) == (2, 0)


def put(db: Database, *bodies: str) -> None:
    """Documents a/1, a/2, … of those texts, which tell of no event."""
    db.execute("PRAGMA foreign_keys=OFF")
    db.table("site").insert({"id": "a", "name": "a", "url": "", "kind": "", "entry": "{}"})
    for key, body in enumerate(bodies, 1):
        row = {"key": key, "id": f"a/{key}", "site": "a", "url": "", "kind": "page", "version": key}
        db.table("document").insert({**row, "title": "ข่าว", "first_seen": "", "last_seen": ""})
        db.table("text").insert({"version": key, "text": body})
        indexing.put(db, key, "ข่าว", body)


@pytest.mark.parametrize("query", ["ประชุม", "ที่"])
def test_of_too_many_the_newest_are_shown_and_that_is_said(
    db: Database, monkeypatch: pytest.MonkeyPatch, query: str
) -> None:
    ranked = search(db, query)
    monkeypatch.setattr(frequent, "RANKABLE", 1)
    monkeypatch.setattr(match, "ENOUGH", 2)
    monkeypatch.setattr(frequent, "LEAST", 2)
    found = search(db, query)
    assert found.newest
    assert found.full
    assert not ranked.newest
    events = [hit.start for hit in found.hits if hit.is_event]
    assert events == sorted(events, reverse=True)
    assert {hit.id for hit in found.hits} == {hit.id for hit in ranked.hits if not hit.loose}
    assert found.facets["year"]
    narrowed = search(db, query, year=2563)
    assert {hit.start[:4] for hit in narrowed.hits if hit.start} == {"2020"}


YEARS = range(2015, 2025)


@pytest.fixture
def yearly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    """Four events a year that all hold "ประชุม"; those of 2015 alone hold "โรคระบาด". Three are too many."""
    monkeypatch.setattr(match, "ENOUGH", 2)
    for name, number in (("RANKABLE", 3), ("NEWEST", 3), ("WALK", 6), ("LEAST", 2)):
        monkeypatch.setattr(frequent, name, number)
    with Archive(tmp_path) as archive:
        words = ["ประชุม โรคระบาด" if year == YEARS[0] else "ประชุม" for year in YEARS for _ in range(4)]
        put(archive.db, *words)
        for key, year in enumerate((year for year in YEARS for _ in range(4)), 1):
            row = {"key": key, "id": f"a/{key}", "title": "งาน", "start": f"{year}-05-0{key % 4 + 1}"}
            row["province"] = "น่าน" if year < YEARS[5] else "ตาก"
            archive.db.table("event").insert({**row, "facts": "{}"})
            archive.db.table("report").insert({"event": key, "document": key})
        yield archive.db


@pytest.mark.parametrize("year", YEARS)
def test_of_too_many_a_filter_finds_those_of_any_year(
    yearly: Database, monkeypatch: pytest.MonkeyPatch, year: int
) -> None:
    monkeypatch.setattr(match, "REACH", 3)
    monkeypatch.setattr(frequent, "FILTERED", 3)
    found = search(yearly, "ประชุม", year=year + 543)
    assert found.newest
    assert found.full
    assert len(found.hits) == 3
    assert {hit.start[:4] for hit in found.hits if hit.start} == {str(year)}
    assert dict(found.facets["year"]).keys() == {str(year + 543)}


def test_of_too_many_a_filter_finds_its_own_alone(yearly: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(match, "REACH", 3)
    monkeypatch.setattr(frequent, "FILTERED", 3)
    found = search(yearly, "ประชุม", province="น่าน")
    assert found.newest
    assert {hit.province for hit in found.hits} == {"น่าน"}
    assert found.facets["province"] == (("น่าน", 20),)


def test_that_each_word_is_too_common_to_weigh_is_said(yearly: Database) -> None:
    found = search(yearly, "ประชุม โรคระบาด")
    assert found.unweighed
    days = [hit.start for hit in found.hits if not hit.loose]
    assert days == sorted(days, reverse=True) == [f"2015-05-0{day}" for day in (4, 3, 2, 1)]
    assert not search(yearly, "ประชุม ตาก").unweighed


def test_of_too_many_the_newest_are_the_same_whether_listed_or_asked_for(
    yearly: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(match, "REACH", 3)
    monkeypatch.setattr(frequent, "FILTERED", 3)
    listed = [hit.id for hit in search(yearly, "ประชุม", province="น่าน").hits]
    monkeypatch.setattr(frequent, "PROBE", 0)
    assert listed == [hit.id for hit in search(yearly, "ประชุม", province="น่าน").hits]
    assert len(listed) == 3


def test_what_a_filter_leaves_is_counted_under_it(yearly: Database) -> None:
    found = search(yearly, "ประชุม", year=2560, before="2017-05-03")
    assert (found.total, len(found.hits), found.newest, found.full) == (2, 2, False, False)
    assert found.facets["year"] == (("2560", 2),)


def test_of_too_many_of_a_year_that_is_typed_the_newest_are_shown(
    yearly: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(match, "REACH", 3)
    monkeypatch.setattr(frequent, "FILTERED", 3)
    found = search(yearly, "ประชุม 2560")
    assert found.newest
    assert [hit.start for hit in found.hits] == ["2017-05-04", "2017-05-03", "2017-05-02"]
    assert dict(found.facets["year"]) == {"2560": 4}


@pytest.mark.parametrize("year", [None, 2558])
def test_a_filter_leaves_the_same_whether_asked_of_each_or_listed(
    yearly: Database, monkeypatch: pytest.MonkeyPatch, year: int | None
) -> None:
    asked = [hit.id for hit in search(yearly, "โรคระบาด", province="น่าน", year=year).hits]
    monkeypatch.setattr(match, "MANY", 0)
    assert asked == [hit.id for hit in search(yearly, "โรคระบาด", province="น่าน", year=year).hits]
    assert len(asked) == 4


@pytest.mark.parametrize("query", ["โรคระบาด", "ประชุม โรคระบาด"])
def test_what_only_old_documents_hold_is_found_though_it_is_frequent(yearly: Database, query: str) -> None:
    found = search(yearly, query)
    assert len(found.hits) == found.total == 4
    assert not found.newest


def test_the_facets_of_too_many_are_told_from_all_years(yearly: Database) -> None:
    found = search(yearly, "ประชุม")
    assert found.newest
    assert {value for value, _ in found.facets["year"]} == {str(y + 543) for y in YEARS}


def test_no_words_list_the_newest_events(db: Database) -> None:
    found = search(db, "")
    assert [hit.id for hit in found.hits] == ["phrae/1", "krabi/1", "krabi/2"]
    assert dict(found.facets["year"]) == {"2567": 1, "2563": 2}


def test_newest_first(db: Database) -> None:
    assert [hit.start for hit in search(db, "ประธาน", sort="date").hits] == ["2020-12-14", "2020-06-10"]


def test_newest_first_what_has_only_some_of_the_words_stays_behind(db: Database) -> None:
    hits = search(db, "ประธาน น้ำดื่ม", sort="date").hits
    assert [(hit.start, hit.loose) for hit in hits] == [("2020-06-10", False), ("2020-12-14", True)]
    assert walked(db, "ประธาน น้ำดื่ม", sort="date") == [hit.id for hit in hits]


def test_a_new_version_is_found_and_the_old_one_is_not(tmp_path: Path) -> None:
    folder = shelf.fill(tmp_path / "data")
    with Archive(folder) as archive:
        archive.db.execute("UPDATE words SET body = 'คำ\u200bใหม่' WHERE body LIKE '%ผัก%'")
        assert search(archive.db, "เมล็ดพันธุ์").total == 0
        assert search(archive.db, "คำใหม่").hits[0].id == "phrae/2"


@pytest.mark.parametrize("typed", ["ศธ 04001/ว123", "ศธ๐๔๐๐๑/ว ๑๒๓", "ที่ ศธ 04001/ ว123"])
def test_the_number_of_a_letter_is_one_thing_wherever_its_blanks_are(tmp_path: Path, typed: str) -> None:
    with Archive(tmp_path) as archive:
        others = "ที่ ศธ ๐๔๐๐๑/ว ๑๒๔ อ้างถึงข้อ ๑๒๓ และข้อ ๑๒๓ " * 3
        put(archive.db, others, f"ที่ ศธ ๐๔๐๐๑/ว ๑๒๓ {'เรื่องอื่น ' * 50}", others)
        assert search(archive.db, typed).hits[0].id == "a/2"


def test_every_field_has_its_condition() -> None:
    assert set(FIELDS.values()) <= set(CONDITIONS)


def test_abbreviations_are_many_and_each_is_well_formed() -> None:
    lines = FULL_FORMS.strip().splitlines()
    assert len(lines) >= 300
    for line in lines:
        short, _, full = line.partition(" ")
        assert short, line
        assert full, line
        assert "." not in short, line


def test_a_query_is_read_only_so_far() -> None:
    assert len(understand("ประชุม " * 5000).chunks) < 50


def test_a_family_is_found_without_reading_all_documents(db: Database) -> None:
    """Also where the statistics say that no document has a parent, as in an archive of pages alone."""
    pages = Database(memory=True)
    migrate(pages)
    pages.table("site").insert({"id": "s", "name": "s", "url": "", "kind": "folder", "entry": "{}"})
    page = {"site": "s", "url": "", "kind": "page", "first_seen": "", "last_seen": ""}
    pages.table("document").insert_all({"key": key, "id": f"s/{key}", **page} for key in range(2000))
    pages.execute("ANALYZE")
    for each in (db, pages):
        steps = [row[3] for row in each.execute(f"EXPLAIN QUERY PLAN {families.KIN}", ["[]"]).fetchall()]
        assert any("kin" in step for step in steps)
        assert not [step for step in steps if step.startswith("SCAN") and " kin" in step]
