"""How far a letter can be."""

DRAFT, APPROVED, SENT, WITHDRAWN = PHASES = ("draft", "approved", "sent", "withdrawn")
