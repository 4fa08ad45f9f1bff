"""Review."""


def page() -> None:
    """To come."""
