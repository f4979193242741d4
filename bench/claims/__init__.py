"""The bench of figures: how many of a report's figures are found, and read right."""
