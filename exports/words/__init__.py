"""Sentences computed from a standing: titles that are findings, and what follows from them."""
