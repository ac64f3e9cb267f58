"""What a school fills in itself: who owns which part, the form of each, and the pages."""
