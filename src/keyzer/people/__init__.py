"""Who is at the school: persons, roles, classes, guardianship, and how they sign in."""
