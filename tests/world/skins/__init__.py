"""How a site of a kind answers: (site, its posts of that moment, request) -> answer.

Add a skin: a module (or a package) with `answer`, and its line here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tests.world.exchange import Answer, Request
from tests.world.records import Post
from tests.world.sites import WorldSite
from tests.world.skins import joomla, table, wordpress

Skin = Callable[[WorldSite, Sequence[Post], Request], Answer]

SKINS: dict[str, Skin] = {
    "wordpress": wordpress.answer,
    "joomla": joomla.answer,
    "table": table.answer,
}
