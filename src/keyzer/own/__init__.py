"""What the person concerned sees of the own case, and how that person answers: view, reply, objection."""
