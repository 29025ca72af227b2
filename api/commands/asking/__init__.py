"""`guanxi ask`: every question in the terminal, made from the GraphQL schema."""
