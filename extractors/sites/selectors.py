"""CSS selectors, as people write them into sites.toml."""

from __future__ import annotations

from soupsieve import SelectorSyntaxError
from soupsieve import compile as compile_selector


def fault(selector: str) -> str | None:
    """What is wrong with a selector, in a few words; None where nothing is.

    >>> fault("td.day > a"), fault("td.day > > a")
    (None, "The combinator '>' at position 9, must have a selector before it")
    """
    try:
        compile_selector(selector)
    except (SelectorSyntaxError, NotImplementedError, ValueError) as error:
        return str(error).partition("\n")[0].strip()
    return None
