"""Paper: the benchmark report as a PDF."""
