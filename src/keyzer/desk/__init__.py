"""Today: what waits for me, the doors that are open to me, and search."""
