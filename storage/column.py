"""Column types that mean the same on both engines."""

import json
from datetime import UTC, datetime
from fractions import Fraction
from typing import Any
from uuid import UUID

from sqlalchemy import DateTime, Dialect, LargeBinary, Text, TypeDecorator, Uuid
from sqlalchemy.types import TypeEngine

from ground.value import as_text, exact


def canonical(value: object) -> str:
    """JSON with sorted keys, compact, without NaN: the same text for the same value, wherever it is made."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


class Id(TypeDecorator[UUID]):
    """A UUID: 16 bytes on SQLite, uuid on PostgreSQL."""

    impl = LargeBinary(16)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """PostgreSQL has a type of its own."""
        return dialect.type_descriptor(Uuid() if dialect.name == "postgresql" else LargeBinary(16))

    def process_bind_param(self, value: UUID | None, dialect: Dialect) -> UUID | bytes | None:
        """Bytes on SQLite."""
        return value if value is None or dialect.name == "postgresql" else value.bytes

    def process_result_value(self, value: UUID | bytes | None, dialect: Dialect) -> UUID | None:
        """A UUID on both."""
        return value if value is None or isinstance(value, UUID) else UUID(bytes=value)


class UtcDateTime(TypeDecorator[datetime]):
    """An instant: aware and UTC, going in and coming out. A naive one is refused (ValueError)."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """SQLite keeps text, so the zone goes once it is UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("An instant needs its time zone.")
        utc = value.astimezone(UTC)
        return utc if dialect.name == "postgresql" else utc.replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """PostgreSQL answers in the session's zone, SQLite in none."""
        if value is None:
            return None
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)


class ExactType(TypeDecorator[Fraction]):
    """An exact number as text, "3" or "1/3": for keeping, not for sorting in SQL."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Fraction | None, dialect: Dialect) -> str | None:
        """The canonical writing."""
        return None if value is None else str(as_text(value))

    def process_result_value(self, value: str | None, dialect: Dialect) -> Fraction | None:
        """The number again."""
        return None if value is None else exact(value)


class Json(TypeDecorator[object]):
    """JSON in canonical text (keys sorted, compact, no NaN): the same bytes on both engines, so that they can be hashed. None is NULL."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: object, dialect: Dialect) -> str | None:
        """Canonical text."""
        return None if value is None else canonical(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> object:
        """Plain lists, mappings and scalars."""
        return None if value is None else json.loads(value)
