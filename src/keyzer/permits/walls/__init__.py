"""Pages for the wall and the door: whether a phone is allowed in this class or room now, for everybody to see."""
