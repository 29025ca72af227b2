"""Writes every made file anew, and takes out what is made no more: `python -m generate`."""

from __future__ import annotations

from generate.made import STATEMENTS, made_files

files = made_files()
STATEMENTS.mkdir(exist_ok=True)
for path in set(STATEMENTS.iterdir()) - files.keys():
    path.unlink()
for path, text in files.items():
    path.write_text(text, encoding="utf-8")
