"""Own layers: the page, the command, and how the store keeps them."""
