"""Short lessons on what the protocol asks people to know, and who finished them."""
