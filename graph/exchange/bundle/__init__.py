"""The bundle: one format to load and to save everything, described in `docs/bundle.md`."""
