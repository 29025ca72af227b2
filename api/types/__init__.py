"""The types of the GraphQL schema. Enumerations are described first: every other module uses them."""

from api.types import enums

__all__ = ["enums"]
