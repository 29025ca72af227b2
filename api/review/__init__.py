"""The risk review: one self-contained page about what the departure of one of our people means."""
