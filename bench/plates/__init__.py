"""The bench of plates: what drawing one costs, beside another tool's picture of a map."""
