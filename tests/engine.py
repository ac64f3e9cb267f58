"""Which database the tests run on, and what must be there; loaded before Django reads its settings."""
