"""Benchmarks: `make bench` prints ratios of medians, ours against a plain way, measured in one run."""
