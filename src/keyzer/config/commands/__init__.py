"""The subcommands of `keyzer`, one a module: each has `declare` (its arguments) and `run` (what it does)."""
