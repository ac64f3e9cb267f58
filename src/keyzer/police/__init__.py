"""What goes to the police: the offence that may be, the decision, and the pack that is handed over."""
