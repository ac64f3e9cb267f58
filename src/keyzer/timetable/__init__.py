"""When the bell goes, and who teaches which class where."""
