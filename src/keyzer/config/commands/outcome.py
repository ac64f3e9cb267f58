"""How a command ends badly: on purpose, with a sentence that says why."""


class Refused(Exception):
    """The command can't do what was asked; exit status 1, the message goes to standard error."""
