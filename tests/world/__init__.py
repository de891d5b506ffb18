"""One simulated web, over real sockets, in which every site is made of posts of ours.

    records.py   what it is made of: files, posts, facts
    posts/       the posts, each with the facts that a careful reader finds in it
    papers.py    what the attached files say; make_files.py made files/ of it
    sites.py     the sites: whose they are, their posts, their skin
    skins/       how a site of a kind answers (SKINS)
    faults.py    what goes wrong (FAULTS)
    server.py    serve(): the sockets, the log, the calendar

`python -m tests.world` serves the sample of `make harvest`; it needs nothing but Python.
"""
