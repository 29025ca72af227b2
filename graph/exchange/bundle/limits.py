"""How large a bundle may be: enough for millions of rows, and an end to files made to exhaust memory or time."""

from __future__ import annotations

UNPACKED_LIMIT_BYTES = 512 * 2**20
"""What is read of a .zip or .xlsx may take unpacked, together. A folder of CSV files has no such limit."""
PACKED_RATIO_LIMIT = 100
"""How many times its packed size what is read of a .zip or .xlsx may take: real tables come to 10 to 30 times."""
RATIO_FREE_BYTES = 32 * 2**20
"""Up to here the ratio does not count: so much is read in seconds, however it is packed."""
ROW_LIMIT = 10_000_000
"""Rows of a bundle, together."""
MEMBER_LIMIT = 1_000
"""Entries of a .zip or .xlsx."""
CSV_FIELD_LIMIT = 16 * 2**20
"""Characters up to which the length of a cell that is too long is counted, and the rest of its file checked."""
SHEET_ROW_LIMIT = 1_048_576
"""Rows of a sheet, by the format."""
SHEET_COLUMN_LIMIT = 16_384
"""Columns of a sheet, by the format."""
SHEET_CELL_LIMIT = 32_767
"""Characters of a sheet's cell, by the format."""
XML_TAG_LIMIT_BYTES = 2**20
"""One tag with its attributes, in a part of a workbook."""
XML_NAME_LIMIT = 10_000
"""Different elements in a part of a workbook; the format and its extensions know some thousands."""
SHEET_COUNT_LIMIT = 1_000
"""Sheets of a workbook."""
FORMAT_CODE_LIMIT = 255
"""Characters of the code of a number format, by what spreadsheets take."""
XML_DEPTH_LIMIT = 64
"""Elements within each other, in a part of a workbook."""
