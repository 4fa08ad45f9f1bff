"""A file that somebody gives to a command."""

from pathlib import Path

from ground.errors import PlumblineError


class NoFile(PlumblineError):
    """A file that cannot be opened."""


def contents(file: Path, most: int) -> bytes:
    """Its bytes, and no more than one beyond `most`: whoever reads it says that it is too large."""
    try:
        with file.open("rb") as opened:
            return opened.read(most + 1)
    except OSError as error:
        raise NoFile(f"{file} cannot be opened ({error.strerror}). Check its name and folder.") from error
