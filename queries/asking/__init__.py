"""Asking: what questions need is read, and what they answer put together."""
