"""Serve a school to browsers."""

import errno
import os
import socket
from argparse import ArgumentParser, Namespace
from contextlib import nullcontext

from . import deliver, folder, migrate
from .outcome import Refused

PORT = 8000
HOST = "127.0.0.1"
THREADS = 1
"""A second thread in a worker only makes both wait for each other; the measure is in the record of decisions."""


def declare(parser: ArgumentParser) -> None:
    """Which school, and where to listen."""
    folder.declare(parser)
    declare_address(parser)


def declare_address(parser: ArgumentParser) -> None:
    """Where to listen."""
    parser.add_argument("--host", default=HOST, help=f"the address to listen on (default: {HOST})")
    parser.add_argument("--port", type=int, default=PORT, help=f"the port to listen on (default: {PORT})")
    parser.add_argument(
        "--workers", type=int, default=os.cpu_count() or 1, metavar="N", help="processes (default: one a core)"
    )


def run(arguments: Namespace) -> None:
    """Serve until stopped. Raises Refused when the school isn't ready or the port is taken."""
    folder.use(arguments.data)
    if waiting := migrate.pending():
        raise Refused(f"{len(waiting)} migrations are pending, the first is `{waiting[0]}`: run `keyzer migrate`")
    from keyzer.people import queries

    try:
        name = queries.school().name
    except queries.NoSchool as problem:
        raise Refused(str(problem)) from problem
    listen(arguments, name)


def listen(arguments: Namespace, name: str) -> None:
    """Gather the styles, tell the address, and answer requests until a signal says to stop."""
    from django.core.management import call_command
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    from keyzer.config.beside import deliverer
    from keyzer.config.static import gather

    require_free(arguments.host, arguments.port)
    gather()
    call_command("clearsessions")
    _let_go_of_the_database()
    print(f"{name}: http://{arguments.host}:{arguments.port}/  (stop with Ctrl-C)", flush=True)
    server = Granian(
        "keyzer.config.wsgi:application",
        address=arguments.host,
        port=arguments.port,
        interface=Interfaces.WSGI,
        workers=arguments.workers,
        blocking_threads=THREADS,
        log_level=LogLevels.warning,
        log_access=False,
        respawn_failed_workers=True,
        workers_kill_timeout=10,
    )
    with nullcontext() if deliver.lacking() else deliverer():
        server.serve()


def require_free(host: str, port: int) -> None:
    """Raises Refused when nobody can listen there, in words that help."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as problem:
            if problem.errno == errno.EADDRINUSE:
                raise Refused(f"port {port} is taken by another program: stop it, or choose `--port`") from problem
            raise Refused(f"can't listen on {host} port {port}: {problem.strerror}") from problem
        except OverflowError as problem:
            raise Refused(f"`{port}` is not a port: choose one from 1 to 65535") from problem


def _let_go_of_the_database() -> None:
    """Connections must not be shared with the workers that start from here."""
    from django.db import connections

    connections.close_all()
