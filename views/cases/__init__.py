"""Cases: the page, the command, and what is said of one beside its name."""
