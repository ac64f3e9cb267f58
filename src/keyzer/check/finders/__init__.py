"""Each finder reads a plain text and gives the places that it knows; none knows of another."""
