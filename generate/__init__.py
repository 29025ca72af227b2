"""Files of the tree that follow from declarations in the code. `make generate` writes them; a test compares."""
