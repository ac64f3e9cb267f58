"""What is owed in a case, by noun."""
