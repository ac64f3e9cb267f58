"""What somebody brings as proof: received, checked, sealed, and opened on the record."""
