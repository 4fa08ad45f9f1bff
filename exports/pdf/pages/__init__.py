"""The pages of the benchmark report, each a function from a standing to blocks."""
