"""Deadlines of many threads on one."""

from __future__ import annotations

from threading import Event

from flows.deadlines import Deadlines


def test_what_takes_too_long_is_told_of_even_after_a_later_deadline() -> None:
    deadlines, late, early = Deadlines(), Event(), Event()
    with deadlines.within(3600, late.set):
        with deadlines.within(0, early.set):
            assert early.wait(60)
        assert not late.is_set()


def test_what_ended_in_time_is_never_late() -> None:
    deadlines, late, after = Deadlines(), Event(), Event()
    with deadlines.within(0.2, late.set):
        pass
    with deadlines.within(0.3, after.set):
        assert after.wait(60)
    assert not late.is_set()
