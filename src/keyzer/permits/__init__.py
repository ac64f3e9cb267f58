"""Leave to use a phone in a lesson, given beforehand, and whether it is allowed now."""
