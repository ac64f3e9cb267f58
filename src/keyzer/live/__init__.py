"""Pages that hear at once when something changed."""
