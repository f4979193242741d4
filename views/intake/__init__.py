"""The commands that take reports: ``extract`` prints what they say, ``ingest`` stores it."""
