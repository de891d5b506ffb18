"""What an entry of sites.toml says of each list that the simulated web can show, besides its address."""

from __future__ import annotations

from typing import Any

Entry = dict[str, Any]

_STORY = "table.story > tr:nth-of-type(3) > td"

JOOMLA_ADDRESS = "index.php/home/news"
JOOMLA: Entry = {
    "kind": "listing",
    "items": "table.category tbody tr",
    "item_date": "td.list-date",
    "next": "li.pagination-next a",
    "selector": '[itemprop="articleBody"]',
}
JOOMLA_SITEMAP: Entry = {"kind": "sitemap", "selector": '[itemprop="articleBody"]'}
OLD_TABLES: Entry = {
    "kind": "listing",
    "items": "table.news tr",
    "item_date": "td.day",
    "next": 'a:-soup-contains("ถัดไป")',
    "selector": _STORY,
}
_OF_TOPICS: Entry = {
    "kind": "listing",
    "items": "table.news tr",
    "item_link": "td.topic a",
    "item_date": "td.day",
    "selector": _STORY,
}
NUMBERED: Entry = _OF_TOPICS | {"next": "news.asp?page={n}"}
ASP_NET: Entry = _OF_TOPICS | {"next": "td:has(> span) + td > a"}  # leads on by a form
