"""Benches: how good Dateline is, measured beside other tools on the same texts in the same run."""
