"""Two checkouts asked the same: every question of the same worlds, and the bundles that they export.

    python -m tests.same_answers BEFORE AFTER [--every N]

BEFORE and AFTER are folders of checkouts with their `.venv`. What differs is printed, and the exit code is 1.
"""
