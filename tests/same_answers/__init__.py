"""Two checkouts asked the same: every question of the same worlds, changes of every kind of record, all exports.

    python -m tests.same_answers BEFORE AFTER [--every N] [--new-column people.phone]

BEFORE and AFTER are folders of checkouts with their `.venv`. Each loads the same bundles into SQLite files, serves
them and is asked over HTTP. What differs is printed, and the exit code is 1.
"""
