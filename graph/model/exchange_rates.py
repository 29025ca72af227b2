"""What currencies are worth."""

from typing import Annotated

from graph.model import cell
from graph.model.kind import Kind
from graph.model.record import Record


class Rate(Record):
    """A dated exchange rate. It holds from its day until the next one of its currency."""

    currency: Annotated[str, cell.currency("Currency", "币种", "ISO 4217 code.")]
    on: Annotated[str, cell.day("On", "日期", "The first day on which it holds.", years_ahead=3)]
    rate: Annotated[
        float, cell.rate("Rate", "汇率", "One unit of the currency in the policy's base currency, above 0.")
    ]


RATES = Kind(name="rates", record=Rate, identity=("currency", "on"))
