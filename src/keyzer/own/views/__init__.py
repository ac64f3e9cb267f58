"""Views of what the person concerned sees."""
