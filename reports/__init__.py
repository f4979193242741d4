"""What was said: reading, language, quantities, dates, claims, and the store."""
