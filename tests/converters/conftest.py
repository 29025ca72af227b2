"""The converted data is loaded into every store that the contract suite runs against."""

from tests.contract.conftest import empty_stores, store

__all__ = ["empty_stores", "store"]
