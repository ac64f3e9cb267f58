"""Pages of leave: give and take back, what holds now, standing exemptions, and counting."""
