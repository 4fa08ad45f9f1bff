"""What a person may choose from when they describe their organisation."""

from collections.abc import Mapping
from functools import cache
from zoneinfo import available_timezones

from people.model import FunctionKind

CURRENCIES = (
    "EUR", "USD", "GBP", "CHF", "AED", "AUD", "BRL", "CAD", "CNY", "CZK", "DKK", "EGP", "HKD", "HUF", "IDR", "ILS", "INR", "JPY", "KES",
    "KRW", "MXN", "MYR", "NGN", "NOK", "NZD", "PHP", "PKR", "PLN", "QAR", "RON", "SAR", "SEK", "SGD", "THB", "TRY", "TWD", "UAH", "VND",
    "ZAR",  # codespell:ignore - a currency
)  # fmt: skip
KINDS: Mapping[FunctionKind, str] = {
    FunctionKind.IT: "IT",
    FunctionKind.HR: "Human resources",
    FunctionKind.FACILITIES: "Facilities",
    FunctionKind.FINANCE: "Finance",
    FunctionKind.LEGAL: "Legal",
    FunctionKind.PROCUREMENT: "Procurement",
    FunctionKind.OTHER: "Another service function",
}
_PLACES = ("Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")


@cache
def zones() -> tuple[str, ...]:
    """Time zones named after places, and UTC."""
    return ("UTC", *sorted(name for name in available_timezones() if name.split("/")[0] in _PLACES))
