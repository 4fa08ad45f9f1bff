"""A fictional organisation with two functions, five assessments over two years, readings and a living register."""

from improvement.demo.facts import ORGANISATION
from improvement.demo.telling import tell

__all__ = ["ORGANISATION", "tell"]
