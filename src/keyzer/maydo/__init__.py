"""The page "Mag dit?": a few taps, an answer, the reason, the article and the next step."""
