"""Who may be shown in a picture, for which purpose, and who decides that."""
