"""Briefings: views in an order, each with words that cite the sentences they rest on."""
