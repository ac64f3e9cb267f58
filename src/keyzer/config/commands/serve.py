"""Serve a school to browsers."""

import errno
import os
import socket
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from keyzer.kit import environment

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
        "--live-port",
        type=int,
        metavar="PORT",
        help="the port on which open pages hear of changes, 0 for none (default: the next one)",
    )
    parser.add_argument(
        "--workers", type=int, default=os.cpu_count() or 1, metavar="N", help="processes (default: one a core)"
    )


def run(arguments: Namespace) -> None:
    """Serve until stopped. Raises Refused when the school isn't ready or the port is taken."""
    choose_live_port(arguments)
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
    with _beside(arguments):
        server.serve()


@contextmanager
def _beside(arguments: Namespace) -> Iterator[None]:
    """Send mail where it has a way out, and hold open pages where they have a port, until the block ends."""
    from keyzer.config.beside import deliverer, streamer

    with ExitStack() as processes:
        if not deliver.lacking():
            processes.enter_context(deliverer())
        if arguments.live_port:
            processes.enter_context(streamer(arguments.host, arguments.live_port))
        yield


def choose_live_port(arguments: Namespace) -> None:
    """Where open pages hear of changes, told to the settings unless `KEYZER_LIVE_URL` says where they find it.

    A port that is taken stops nobody: pages then ask again every few seconds.
    """
    if arguments.live_port is None:
        arguments.live_port = arguments.port + 1
    if not arguments.live_port:
        return
    try:
        require_free(arguments.host, arguments.live_port)
    except Refused as problem:
        print(f"keyzer: {problem}; pages ask again every few seconds instead", file=sys.stderr)
        arguments.live_port = 0
        return
    behind_proxy = environment.flag("KEYZER_HTTPS")
    os.environ.setdefault("KEYZER_LIVE_URL", "/live/" if behind_proxy else f":{arguments.live_port}")


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
