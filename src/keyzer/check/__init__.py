"""A text or picture looked at before it is posted: what may hurt, what gives somebody away."""
