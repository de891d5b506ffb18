"""Two texts, and the words in which they differ."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extractors.changes import MOST, Change, blocks, changes

OLD = "ประชุมครู\nวันที่ 5 มีนาคม 2567 ณ ห้องประชุม 1\nครูทุกคนเข้าร่วม"


def test_a_day_put_off_and_a_line_more() -> None:
    new = "ประชุมครู\nวันที่ 12 เมษายน 2567 ณ ห้องประชุม 1\nครูทุกคนเข้าร่วม\nขออภัยในความไม่สะดวก"
    assert changes(OLD, new) == [
        Change("วันที่ ", "5 มีนาคม", "12 เมษายน", " 2567 ณ ห้องประชุม 1"),
        Change("ครูทุกคนเข้าร่วม", "", "\nขออภัยในความไม่สะดวก", ""),
    ]


def test_nothing_is_nothing() -> None:
    assert changes(OLD, OLD) == []
    assert changes("", "ประชุม") == [Change("", "", "ประชุม", "")]


@given(st.lists(st.sampled_from("กขค"), max_size=20), st.lists(st.sampled_from("กขค"), max_size=20))
def test_the_new_is_the_old_with_its_blocks_put_in(old: list[str], new: list[str]) -> None:
    made, at = [], 0
    for first, last, begin, end in blocks(old, new):
        made += old[at:first] + new[begin:end]
        at = last
    assert made + old[at:] == new


def test_a_long_text_that_is_wholly_other_is_one_block() -> None:
    old, new = [f"ก{n}" for n in range(2 * MOST)], [f"ข{n}" for n in range(2 * MOST)]
    assert list(blocks([*old, "ท้าย"], [*new, "ท้าย"])) == [(0, 2 * MOST, 0, 2 * MOST)]
