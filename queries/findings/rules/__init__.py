"""One rule each: the kinds of what it finds, when it finds it, and what people are told, in both languages."""
