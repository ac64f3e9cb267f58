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
    _make_schema()
    call_command("migrate", interactive=False, verbosity=verbosity)
    call_command("createcachetable", verbosity=verbosity)


def _make_schema() -> None:
    """On PostgreSQL: the schema of this school, when its address names one that is not there yet."""
    from django.db import connection

    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_schema(), current_setting('search_path')")
        present, wanted = cursor.fetchone()
        if present is None:
            cursor.execute(f"CREATE SCHEMA {connection.ops.quote_name(wanted)}")


def pending() -> list[str]:
    """The names of migrations that this version has and the database has not."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    steps = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{step.app_label}.{step.name}" for step, _backwards in steps]
