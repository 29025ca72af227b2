"""How large a bundle may be: enough for millions of rows, and an end to files made to exhaust memory."""

from __future__ import annotations

UNPACKED_LIMIT_BYTES = 512 * 2**20
"""What the files in a .zip or .xlsx may take unpacked, together. A folder of CSV files has no such limit."""
ROW_LIMIT = 10_000_000
"""Rows of a bundle, together."""
MEMBER_LIMIT = 1_000
"""Entries of a .zip or .xlsx."""
SHEET_ROW_LIMIT = 1_048_576
"""Rows of a sheet, by the format."""
SHEET_CELL_LIMIT = 32_767
"""Characters of a sheet's cell, by the format."""
