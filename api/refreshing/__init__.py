"""Keeping what was found up to date, and answering from it."""
