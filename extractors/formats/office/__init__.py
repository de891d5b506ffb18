"""Files of office programs, one kind a module, and `package`, the zip archive that most of them are.

Body text and tables are read, as rows (formats/rows.py). Heads, feet, notes
and comments stay out, and so do hidden sheets and slides: what the office did
not mean to be seen is not made searchable. Sheets and slides are pages.
"""
