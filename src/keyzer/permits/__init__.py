"""Leave to use a device in a lesson, standing exemptions, and what holds now for a pupil, a class or a room."""
