"""The parts of the demo world; `graph.sample_org` puts them together. Every company and person is invented."""
