"""What is kept of accounts beside their records: by what it is computed, and what was read of it."""
