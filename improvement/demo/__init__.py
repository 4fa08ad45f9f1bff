"""A fictional organisation with three functions, six assessments over two years, readings and a living register."""

from improvement.demo.facts import ORGANISATION
from improvement.demo.telling import tell

__all__ = ["ORGANISATION", "tell"]
