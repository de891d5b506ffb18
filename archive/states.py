"""What a row of `capture` says of its document, as SQL tests."""

from __future__ import annotations

from extractors.sites.answers import GONE

WHOLE = "status = 200 AND truncated IS NULL AND answer IS NULL"  # the document itself
GOOD = f"({WHOLE} OR status = 304 AND revisit_of IS NOT NULL)"  # it, or word that it is as it was
IS_GONE = f"answer IN ({', '.join(map(repr, GONE))})"
KEPT_UP = """NOT EXISTS (SELECT 1 FROM taken_down
    WHERE taken_down.document IN (capture.document, capture.parent))"""
