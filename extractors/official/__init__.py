"""What official documents say of themselves: letters, memoranda, orders, announcements, minutes, agendas.

Their forms are laid down by the regulation of the Office of the Prime Minister
on correspondence (ระเบียบสำนักนายกรัฐมนตรี ว่าด้วยงานสารบรรณ พ.ศ. 2526), so
that the parts of each are known by the words that open them.

To add a kind: a module with `find(text) -> {path: Found}`, which gives
"kind" with the words that show it and nothing where there are none, and a
line in KINDS. Paths are those of `Official`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from extractors import paths
from extractors.official import letters, minutes, orders
from extractors.output import official_from_json
from extractors.records import Document, Found, Official
from extractors.scanned import sifted

KINDS: tuple[Callable[[str], dict[str, Found]], ...] = (letters.find, orders.find, minutes.find)


def read_official(document: Document) -> Official | None:
    """What the first official document in the text says of itself; None where the text opens with none."""
    found = [facts for find in KINDS if (facts := find(document.text))]
    if not found:
        return None
    facts = sifted(document, min(found, key=lambda facts: facts["kind"].start))
    evidence = paths.evidence(facts, dict.fromkeys(facts, document))
    return replace(official_from_json(paths.assembled(facts)), evidence=evidence)
