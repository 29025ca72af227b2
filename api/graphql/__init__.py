"""The GraphQL schema, as far as it follows from what is declared below `api`."""
