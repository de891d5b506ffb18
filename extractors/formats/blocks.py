"""HTML elements as lines of text: a line a block, a marked row a table row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4.element import NavigableString, PageElement, Tag

from extractors.formats.rows import CELL, END, ROW, unmarked

# Elements that begin and end a line; everything else flows within one.
BLOCKS = frozenset(
    (
        *(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "center",
            "details",
            "div",
            "fieldset",
            "figure",
        ),
        *(
            "figcaption",
            "footer",
            "form",
            "header",
            "hr",
            "html",
            "main",
            "nav",
            "p",
            "pre",
            "section",
            "summary",
        ),
        *("h1", "h2", "h3", "h4", "h5", "h6", "dl", "dt", "dd", "ol", "ul", "li"),
        *("caption", "table", "tbody", "td", "tfoot", "th", "thead", "tr"),
    )
)
# Elements whose content is not read aloud.
SILENT = frozenset(
    (
        *(
            "audio",
            "button",
            "canvas",
            "embed",
            "head",
            "iframe",
            "input",
            "map",
            "math",
            "noscript",
            "object",
        ),
        *("script", "select", "style", "svg", "template", "textarea", "title", "video"),
    )
)
_LONG_CELL = 1500  # letters; a longer "cell" is a column of the page's layout
_BREAKS = re.compile(r"[ \t\r\n\f]+")


def text(element: Tag) -> str:
    """The element's text before normalising: blocks on lines of their own, rows of data tables marked.

    Walks with a stack of its own, since hostile pages nest deeper than Python recurses.
    """
    return re.sub(r"\s*\n\s*", "\n", "".join(_pieces(element)))


def _pieces(root: Tag) -> Iterator[str]:
    tables = [table for table in (root, *root.find_all("table")) if table.name == "table" and _is_data(table)]
    facts = {id(part) for table in tables for part in table.find_all(("tr", "td", "th"))}
    typed = {id(string) for part in root.find_all("pre") for string in part.strings}
    stack: list[PageElement | tuple[str]] = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, tuple):
            yield node[0]
        elif isinstance(node, Tag):
            if node.name in SILENT:
                continue
            before, after = _around(node, id(node) in facts)
            yield before
            stack.append((after,))
            stack.extend(reversed(node.contents))
        elif type(node) is NavigableString:  # comments and doctypes are strings of other kinds
            words = unmarked(node)
            yield words if id(node) in typed else _BREAKS.sub(" ", words)


def _around(tag: Tag, data: bool) -> tuple[str, str]:
    """What stands before and after the element's content."""
    if data and tag.name == "tr":
        return ROW, END
    if data and tag.name in ("td", "th"):
        return "", CELL
    if tag.name == "br":
        return "\n", ""
    return ("\n", "\n") if tag.name in BLOCKS else ("", "")


def _is_data(table: Tag) -> bool:
    """Whether the table holds rows of facts, and does not just lay out the page."""
    if table.find("table") or len(table.find_all("tr")) < 2:
        return False
    cells = table.find_all(("td", "th"))
    rows = sum(len(row.find_all(("td", "th"))) > 1 for row in table.find_all("tr"))
    return rows > 1 and all(len(cell.get_text()) < _LONG_CELL for cell in cells)
