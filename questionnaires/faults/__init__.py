"""What is wrong with a questionnaire beyond its shape, each told as far as the rest of the file lets it be told."""
