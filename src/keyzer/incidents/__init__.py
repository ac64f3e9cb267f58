"""What happened: its facts, who took part in it and as what, and which conduct and articles it touches."""
