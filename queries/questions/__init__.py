"""Questions, a file each: what one is given, what it answers, and how."""
