"""Hold the open pages that hear at once when something changed; `keyzer serve` starts this by itself."""

import os
import signal
import sys
import threading
from argparse import ArgumentParser, Namespace

from granian.constants import Interfaces
from granian.log import LogLevels

from . import folder, serve

PORT = serve.PORT + 1


def declare(parser: ArgumentParser) -> None:
    """Which school, and where to listen."""
    folder.declare(parser)
    parser.add_argument("--host", default=serve.HOST, help=f"the address to listen on (default: {serve.HOST})")
    parser.add_argument("--port", type=int, default=PORT, help=f"the port to listen on (default: {PORT})")
    parser.add_argument(
        "--while-input", action="store_true", help="stop when standard input ends, as it does when `keyzer serve` stops"
    )


def run(arguments: Namespace) -> None:
    """Stream until stopped. Raises Refused when nobody can listen there."""
    folder.use(arguments.data)
    serve.require_free(arguments.host, arguments.port)
    if arguments.while_input:
        threading.Thread(target=_stop_when_input_ends, daemon=True).start()
    _serve(arguments.host, arguments.port)


def _serve(host: str, port: int) -> None:
    from django.conf import settings
    from granian import Granian

    server = Granian(
        "keyzer.config.stream:application",
        address=host,
        port=port,
        interface=Interfaces.ASGI,
        workers=1,
        backlog=settings.KEYZER_LIVE_MOST,
        backpressure=settings.KEYZER_LIVE_MOST + 100,
        websockets=False,
        log_level=LogLevels.warning,
        log_access=False,
        respawn_failed_workers=True,
        workers_kill_timeout=5,
    )
    server.serve()


def _stop_when_input_ends() -> None:
    """Read without Python's buffer: the worker is forked meanwhile, and would wait for its lock for ever."""
    while os.read(sys.stdin.fileno(), 1024):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
