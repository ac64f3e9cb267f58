"""One file per person: what it holds, in order, and who looked into it."""
