"""The briefing page: from the reports to views in an order, each with words that cite them."""
