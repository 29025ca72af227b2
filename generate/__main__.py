"""Writes every made file anew: `python -m generate`."""

from __future__ import annotations

from generate.made import made_files

for path, text in made_files().items():
    path.write_text(text, encoding="utf-8")
