"""What taking in a hundred mixed files costs: seconds a file, by format, and what failed."""
