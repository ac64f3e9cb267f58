"""One case for each person whose conduct is examined: what may be done now, what is owed, and what was done."""
