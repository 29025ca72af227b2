"""What the cells of a workbook share and refer to by number: texts, and the formats of styles."""

from __future__ import annotations

from array import array

from graph.exchange.bundle.sheet_text import unescape
from graph.exchange.bundle.xml_events import WorkbookUnsound, XmlEvents
from graph.messages.told import Told

_NUMBER_DIGITS = 9


def whole_number(text: str) -> int:
    """A number that the format counts with. Raises WorkbookUnsound."""
    if not (text.isascii() and text.isdecimal()) or len(text) > _NUMBER_DIGITS:
        found = text[:40]
        raise WorkbookUnsound(Told(f"expected a whole number, found {found!r}", f"应为整数，实为 {found!r}"))
    return int(text)


class SharedTexts(XmlEvents):
    """The texts of the workbook, in the order by which cells name them."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._pieces: list[str] = []
        self._is_text = False
        self._is_reading_aid = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "si":
            self._pieces = []
        elif name == "t":
            self._is_text = not self._is_reading_aid
        elif name == "rPh":  # how the text is spoken, above it: not part of it
            self._is_reading_aid = True

    def end(self, name: str) -> None:
        if name == "si":
            self.texts.append(unescape("".join(self._pieces)))
        elif name == "t":
            self._is_text = False
        elif name == "rPh":
            self._is_reading_aid = False

    def text(self, text: str) -> None:
        if self._is_text:
            self._pieces.append(text)


class SharedFormats(XmlEvents):
    """The number formats of the workbook's styles. Fonts, colours and borders are passed over."""

    def __init__(self) -> None:
        super().__init__()
        self._codes: dict[int, str] = {}
        self._of_styles = array("l")
        self._is_cell_styles = False
        self._is_codes = False

    @property
    def style_count(self) -> int:
        """How many styles there are."""
        return len(self._of_styles)

    def of_style(self, style: int) -> tuple[int, str | None]:
        """The number of the style's format, and its code where the workbook brings one."""
        number = self._of_styles[style] if style < len(self._of_styles) else 0
        return number, self._codes.get(number)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "cellXfs":
            self._is_cell_styles = True
        elif name == "numFmts":
            self._is_codes = True
        elif name == "xf" and self._is_cell_styles:
            self._of_styles.append(whole_number(attributes.get("numFmtId", "0")))
        elif name == "numFmt" and self._is_codes:  # those of conditional formats have no number of their own
            self._codes[whole_number(attributes.get("numFmtId", ""))] = unescape(attributes.get("formatCode", ""))

    def end(self, name: str) -> None:
        if name == "cellXfs":
            self._is_cell_styles = False
        elif name == "numFmts":
            self._is_codes = False
