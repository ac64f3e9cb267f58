"""Bring the database of a school up to date with this version."""

from argparse import ArgumentParser, Namespace

from . import folder


def declare(parser: ArgumentParser) -> None:
    """Which school."""
    folder.declare(parser)


def run(arguments: Namespace) -> None:
    """Apply what is pending, and say what was done."""
    folder.use(arguments.data)
    apply(verbosity=1)


def apply(*, verbosity: int) -> None:
    """Make or update all tables."""
    from django.conf import settings
    from django.core.management import call_command

    folder.make(settings.KEYZER_DATA)
    call_command("migrate", interactive=False, verbosity=verbosity)
    call_command("createcachetable", verbosity=verbosity)


def pending() -> list[str]:
    """The names of migrations that this version has and the database has not."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    steps = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{step.app_label}.{step.name}" for step, _backwards in steps]
