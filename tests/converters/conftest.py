"""The converted data is loaded into every store that the contract suite runs against."""

from tests.contract.conftest import empty_stores, neo4j_for_tests, store

__all__ = ["empty_stores", "neo4j_for_tests", "store"]
