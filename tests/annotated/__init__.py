"""Documents of our own in the manner of Thai offices, each beside what it says, annotated by hand.

`documents/NAME.txt` is the text, `documents/NAME.json` what it shows, its
title, the site's date, and the event by the fields of docs/fields.md; null
where the text tells of none. All persons, schools and hotels are invented.

To add one: write the text, annotate it before looking at what is read from
it, then `python -m tests.annotated --update`. `python -m tests.annotated
venue` lists what is read wrongly of a field.

In `event`, beside the guide's fields, what few documents have is left out
where they have not: number, series, fiscal_year, status (announced or held,
as the phase, where it is not given), previous_start, previous_end, date_edtf,
days, platform, link; `weekday_conflict` is true where the weekday is not the
date's; `agenda` is the number of its rows.
"""
