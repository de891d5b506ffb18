"""Dates of Thai texts: tables of what is written and what it says, and a round trip of every style.

To add a case: put (text, days) into the table of its kind; days are ISO, one
or "first/last" a run. A text that a site really misspelt goes into MISSPELT.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.thai import months
from extractors.thai.atoms import BUDDHIST, find_atoms
from extractors.thai.datelines import find_dateline
from extractors.thai.dates import Dates, find_dates
from extractors.thai.digits import thai

DAYS = [
    ("วันที่ 21 ธันวาคม 2563", "2020-12-21"),
    ("๒๒ กุมภาพันธ์ ๒๕๕๙", "2016-02-22"),
    ("5 มี.ค. 64", "2021-03-05"),
    ("29ต.ค.66", "2023-10-29"),
    ("5 มี.ค 2564", "2021-03-05"),
    ("5 มค 64", "2021-01-05"),
    ("(28/ต.ค../2557)", "2014-10-28"),
    ("4 กรกฎาคม พ.ศ. 2560", "2017-07-04"),
    ("4 กรกฎาคม 2017", "2017-07-04"),
    ("4 July 2017", "2017-07-04"),
    ("July 4th, 2017", "2017-07-04"),
    ("July 4, 2017", "2017-07-04"),
    ("03/04/2560", "2017-04-03"),
    ("3-4-2560", "2017-04-03"),
    ("2020-08-26", "2020-08-26"),
    ("29 กุมภาพันธ์ 2567", "2024-02-29"),
]
SPANS = [
    ("21 – 24 ธันวาคม 2563", "2020-12-21/2020-12-24"),
    ("วันที่ 26 ถึงวันที่ 28 เมษายน 2566", "2023-04-26/2023-04-28"),
    ("30 กันยายน – 3 ตุลาคม 2564", "2021-09-30/2021-10-03"),
    ("30 ธันวาคม 2563 - 2 มกราคม 2564", "2020-12-30/2021-01-02"),
    ("30 ธ.ค. - 2 ม.ค. 65", "2021-12-30/2022-01-02"),
    ("28 ก.พ.-2 มี.ค. 65", "2022-02-28/2022-03-02"),
    ("21 ต.ค.\n– 6 พ.ย.2566", "2023-10-21/2023-11-06"),
    ("วันเสาร์ที่ 24 – วันอาทิตย์ที่ 25 กันยายน 2559", "2016-09-24/2016-09-25"),
    ("5th to 7th March 2024", "2024-03-05/2024-03-07"),
    ("26-28/8/2563", "2020-08-26/2020-08-28"),
]
LISTS = [
    ("18-19 และ 25 ม.ค. 68", "2025-01-18/2025-01-19 2025-01-25"),
    ("24 และ 25 กันยายน 2559", "2016-09-24/2016-09-25"),
    ("3, 10, 17 ก.พ. 2567", "2024-02-03 2024-02-10 2024-02-17"),
    ("18 - 19 และ 25 - 26 มกราคม 2568", "2025-01-18/2025-01-19 2025-01-25/2025-01-26"),
    ("5 ม.ค. และ 7 ก.พ. 2565", "2022-01-05 2022-02-07"),
]
MISSPELT = [
    ("11 - 13 พฤจิกายน 2558", "2015-11-11/2015-11-13"),
    ("5 กรกฏาคม 2564", "2021-07-05"),
    ("5 พฤาภาคม 2564", "2021-05-05"),
    ("5 กุมภาพันธุ์ 2564", "2021-02-05"),
]
NO_DAYS = [
    "31 กุมภาพันธ์ 2567",
    "หมู่ 5 ต.คลองหนึ่ง",  # a subdistrict, not October
    "ที่ กค 0402/ว 99",  # a letter of the Ministry of Finance, not July
    "วันที่ 5 ธันวาคมของทุกปี",
    "ก.ค.ศ. 5 ราย",
    "ครั้งที่ 12/2564",
    "1.2.63 ผู้เข้าร่วม",
    "ทุกวันนี้",
    "ถึงวันนี้",
]


def said(found: list[Dates]) -> str:
    runs = (run for dates in found for run in dates.runs)
    return " ".join(str(first) if first == last else f"{first}/{last}" for first, last in runs)


@pytest.mark.parametrize(("text", "days"), [*DAYS, *SPANS, *LISTS, *MISSPELT])
def test_written_days(text: str, days: str) -> None:
    assert said(find_dates(f"จัดเมื่อ {text} ณ หอประชุม")) == days


@pytest.mark.parametrize("text", NO_DAYS)
def test_what_is_no_day(text: str) -> None:
    assert said(find_dates(text)) == ""


def test_the_number_of_a_meeting_is_no_day() -> None:
    assert said(find_dates("ครั้งที่ 5, 12 มีนาคม 2564")) == "2021-03-12"


@pytest.mark.parametrize(
    ("text", "weekday"),
    [
        ("วันอังคารที่ 4 กรกฎาคม 2560", None),
        ("วันพุธที่ 4 กรกฎาคม 2560", "พุธ"),
        ("วันเสาร์ที่ 24 – วันจันทร์ที่ 25 กันยายน 2559", "จันทร์"),
        ("เสาร์-อาทิตย์ที่ 5-6 มี.ค. 65", None),
    ],
)
def test_weekdays_agree_or_are_told(text: str, weekday: str | None) -> None:
    assert find_dates(text)[0].weekday == weekday


def test_a_weekday_decides_the_era_of_two_digits() -> None:
    assert said(find_dates("วันอังคารที่ 5 มี.ค. 67")) == "2024-03-05"
    assert said(find_dates("วันอังคารที่ 4 มี.ค. 25")) == "2025-03-04"


WRITTEN = Dates(0, 0, ((date(2021, 3, 5), date(2021, 3, 5)),), "dateline")


@pytest.mark.parametrize(
    ("text", "days", "rule"),
    [
        ("วันนี้ (26 ส.ค.63)", "2020-08-26", "today"),
        ("วันนี้ (๐๓/๐๔/๒๕๖๐)", "2017-04-03", "today"),
        ("วันนี้ (วันเสาร์ที่ 14 พฤศจิกายน 2563)", "2020-11-14", "today"),
        ("วันพรุ่งนี้ (6 มี.ค.)", "2021-03-06", "tomorrow"),
        ("วันนี้ ครูประชุมกัน", "2021-03-05", "today"),
        ("เมื่อวานนี้ ครูประชุมกัน", "2021-03-04", "yesterday"),
        ("พรุ่งนี้ ครูประชุมกัน", "2021-03-06", "tomorrow"),
        ("วันที่ 9 มีนาคมนี้", "2021-03-09", "day"),
        ("วันที่ 30 ธันวาคมที่ผ่านมา", "2020-12-30", "day"),
        ("วันที่ 4 มกราคม", "2021-01-04", "day"),
    ],
)
def test_days_that_rest_on_the_dateline(text: str, days: str, rule: str) -> None:
    found = find_dates(text, WRITTEN)
    assert (said(found), found[0].rule) == (days, rule)


def test_today_without_a_dateline_is_no_day() -> None:
    assert find_dates("วันนี้ ครูประชุมกัน") == []


def test_an_inferred_day_names_the_dateline_it_rests_on() -> None:
    text = "ประชุมครู\nวันพุธที่ 26 สิงหาคม 2563\nพิมพ์\nเมื่อวานนี้ ครูประชุมกัน"
    base = find_dateline(text)
    assert base is not None
    yesterday = find_dates(text, base)[-1]
    assert said([yesterday]) == "2020-08-25"
    assert [text[begin:end] for begin, end in yesterday.also] == ["วันพุธที่ 26 สิงหาคม 2563"]


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("ข่าว\nวันพุธที่ 26 สิงหาคม 2563\n26/08/2563\nพิมพ์\nข่าว", None, "2020-08-26"),
        ("ผลการประชุมกรรมการ\n\nวันพุธที่ 26 สิงหาคม 2563\nผลการประชุมกรรมการ\nเนื้อข่าว", None, "2020-08-26"),
        ("ข่าว\nเผยแพร่เมื่อ 26 สิงหาคม 2563 | 12 ครั้ง\nเนื้อข่าว", None, "2020-08-26"),
        ("ขอเชิญอบรม\nวันพุธที่ 26 สิงหาคม 2563\nณ หอประชุม", None, None),
        ("กำหนดการ\nวันที่ 26 สิงหาคม 2563\n09.00 - 09.30 น. ลงทะเบียน", None, None),
        ("ครูประชุมกัน", "2020-08-25T18:30:00Z", "2020-08-26"),  # in Bangkok it is the next day
        ("ครูประชุมกัน", "2020-08-25T18:30:00", "2020-08-25"),
        ("ครูประชุมกัน", "ไม่ทราบ", None),
    ],
)
def test_datelines(text: str, published: str | None, day: str | None) -> None:
    base = find_dateline(text, published)
    assert (base and base.first.isoformat()) == day


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("ในเดือนมีนาคม 2564", "2021-03"),
        ("มี.ค. 2564 – พ.ค. 2564", "2021-03/2021-05"),
    ],
)
def test_months_without_a_day(text: str, edtf: str) -> None:
    (found,) = find_dates(text)
    assert (found.runs, found.edtf) == ((), edtf)


def _month_names(month: int) -> st.SearchStrategy[str]:
    short = months.ABBREVIATIONS[month - 1]
    return st.sampled_from(
        [
            months.MONTHS[month - 1],
            f"{short[:-1]}.{short[-1]}.",
            f"{short[:-1]}. {short[-1]}.",
            months.ENGLISH[month - 1],
        ]
    )


@st.composite
def written_dates(draw: st.DrawFn) -> tuple[str, date, date]:
    """A span of one day or more in any style, and its days."""
    first = draw(st.dates(date(1988, 1, 1), date(2035, 12, 31)))
    last = first + timedelta(days=draw(st.integers(0, 40)))
    era = draw(st.sampled_from([BUDDHIST, 0]))
    dash = draw(st.sampled_from([" - ", "-", " – ", " ถึง ", " ถึงวันที่ "]))
    gap = draw(st.sampled_from([" ", "  ", " พ.ศ. " if era else " ค.ศ. "]))
    whole = draw(st.booleans())

    def one(day: date, year: bool) -> str:
        name = draw(_month_names(day.month))
        return f"{day.day} {name}" + (f"{gap}{day.year + era}" if year else "")

    if first == last:
        text = one(first, True)
    elif (first.year, first.month) == (last.year, last.month):
        text = f"{first.day}{dash}{one(last, True)}"
    else:
        nearest = first.year == last.year - (first.month > last.month)
        text = f"{one(first, whole or not nearest)}{dash}{one(last, True)}"
    return (thai(text) if draw(st.booleans()) else text), first, last


@given(written_dates())
def test_what_is_written_is_read_back(written: tuple[str, date, date]) -> None:
    text, first, last = written
    found = find_dates(f"ประชุมวันที่ {text} ณ หอประชุม")
    assert [dates.runs for dates in found] == [((first, last),)]
    assert f"ประชุมวันที่ {text} ณ"[found[0].begin : found[0].end] == text


@given(st.text("0123456789๐๑๒/-–.: ,มคพกยส\nวันที่นี้ถึง", max_size=200))
def test_any_text_is_read(text: str) -> None:
    for dates in find_dates(text):
        assert 0 <= dates.begin < dates.end <= len(text)
        assert all(first <= last for first, last in dates.runs)


@pytest.mark.parametrize(
    "piece", ["1234567890", "1-1,", "1 ", "ม.ค.", "1 ม.ค. - ", "วันจันทร์ที่ ", "31/12/", "ธันว"]
)
def test_long_texts_are_read_to_their_end(piece: str) -> None:
    """A pattern that backtracks would not come back from these within the test's life."""
    text = piece * (300_000 // len(piece)) + "\nวันที่ 5 มีนาคม 2564"
    assert find_atoms(text)[-1].year == 2021
