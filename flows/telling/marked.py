"""Text with its marks: in colour, or in brackets where there is none."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from flows.terminal import console

MARKED = "bold yellow"


def marked(text: str, marks: Sequence[Sequence[int]], style: str = "") -> Text:
    """The text with its marks in colour; where there is no colour, in brackets."""
    if console.is_terminal and not console.no_color:
        drawn = Text(text, style=style)
        for start, end in marks:
            drawn.stylize(MARKED, start, end)
        return drawn
    for start, end in _apart(marks):
        text = f"{text[:start]}【{text[start:end]}】{text[end:]}"
    return Text(text)


def _apart(marks: Sequence[Sequence[int]]) -> list[list[int]]:
    """The marks joined where they touch, the last first, so that each can be put in before those ahead of it.

    >>> _apart([[0, 4], [2, 6], [9, 12]])
    [[9, 12], [0, 6]]
    """
    joined: list[list[int]] = []
    for start, end in sorted(map(list, marks)):
        if joined and start <= joined[-1][1]:
            joined[-1][1] = max(joined[-1][1], end)
        else:
            joined.append([start, end])
    return joined[::-1]
