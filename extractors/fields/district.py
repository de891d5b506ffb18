"""The official name of the event's district: เมืองน่าน where the text says เมือง."""

from __future__ import annotations

from dataclasses import replace

from extractors.records import Document, Facts, Found
from extractors.thai.gazetteer import district_name


def find(document: Document, facts: Facts) -> dict[str, Found]:
    """`district_name`, where the gazetteer knows the district's code.

    >>> code = Found("5501", 0, 5, "gazetteer")
    >>> find(Document("d", "", "text/plain", "เมือง"), {"district_code": code})["district_name"].value
    'เมืองน่าน'
    """
    code = facts.get("district_code")
    name = district_name(str(code.value)) if code else None
    return {"district_name": replace(code, value=name)} if code and name else {}
