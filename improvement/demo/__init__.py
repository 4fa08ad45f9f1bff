"""A fictional organisation with two functions, three assessments over two years, readings and a living register."""
