"""What leaves: figures, the words that go with them, and the files."""
