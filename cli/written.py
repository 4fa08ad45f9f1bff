"""A file that a command writes."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from ground.errors import PlumblineError


class NotWritten(PlumblineError):
    """The file could not be written."""


@contextmanager
def written(path: Path) -> Iterator[BinaryIO]:
    """Open for what the command has to say. NotWritten."""
    try:
        with path.open("wb") as file:
            yield file
    except OSError as error:
        raise NotWritten(f"{path} could not be written: {error.strerror}. Choose another place with --out.") from error
