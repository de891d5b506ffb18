"""Honorifics are sought by their first two letters, and by all of those."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extractors.thai.honorifics import BEGINNING, MENTION


@given(st.from_regex(MENTION.compiled))
def test_whatever_is_an_honorific_begins_like_one(text: str) -> None:
    found = MENTION.search(text)
    assert found is not None
    assert BEGINNING.match(text, found.start()), found[0]
