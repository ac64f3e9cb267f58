"""Build and serve a whole school of invented people, with a sign-in page by role."""

import os
import shutil
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import NoReturn

from . import folder, init, migrate, serve
from .outcome import Refused

DATA = Path("var") / "demo"
MARK = "demo.stamp"


def declare(parser: ArgumentParser) -> None:
    """Where, and whether to serve it."""
    parser.add_argument("--data", metavar="DIR", type=Path, default=DATA, help=f"default: {DATA}")
    parser.add_argument("--no-serve", action="store_true", help="build it and stop")
    serve.declare_address(parser)


def run(arguments: Namespace) -> None:
    """Build the demo unless the very same one is there, and serve it. Raises Refused for a real school's folder."""
    data = arguments.data.resolve()
    if os.environ.get("KEYZER_DATABASE_URL"):
        raise Refused("the demo keeps its school in a file: unset `KEYZER_DATABASE_URL`")
    if not arguments.no_serve:
        serve.require_free(arguments.host, arguments.port)
        serve.choose_live_port(arguments)
    os.environ |= {"KEYZER_DATA": str(data), "KEYZER_DEMO": "1"}
    os.environ.pop("KEYZER_KEY_FILE", None)
    _require_demo(data)
    if not _is_built(data):
        _build(data)
        if not arguments.no_serve:
            _start_anew()
    folder.use(None)
    if arguments.no_serve:
        print(f"the demo school stands in {data}")
        return
    from keyzer.people import queries

    print(f"sign in by role: http://{arguments.host}:{arguments.port}/demo/")
    serve.listen(arguments, queries.school().name)


def _require_demo(data: Path) -> None:
    """Only a folder that a demo made, or an empty one, may be written over."""
    if data.is_dir() and any(data.iterdir()) and not (data / MARK).exists():
        raise Refused(f"`{data}` holds something that is no demo: it is left alone, choose another `--data DIR`")


def _is_built(data: Path) -> bool:
    mark = data / MARK
    return mark.exists() and mark.read_text(encoding="utf-8") == _stamp()


def _stamp() -> str:
    """What the demo depends on: this program, and the day on which its deadlines are counted."""
    from keyzer.config.source import fingerprint
    from keyzer.kit import clock

    return f"{clock.today()} {fingerprint()}"


def _build(data: Path) -> None:
    """Start anew. The mark is written empty first, so that a build that was broken off is known as a demo's."""
    shutil.rmtree(data, ignore_errors=True)
    folder.make(data)
    (data / MARK).touch()
    _say("making keys and tables")
    init.make_keys()
    folder.use(None)
    migrate.apply(verbosity=0)
    from keyzer.config import demo
    from keyzer.desk.actions import remind
    from keyzer.kit import clock

    demo.build(_say)
    remind(clock.now())
    (data / MARK).write_text(_stamp(), encoding="utf-8")


def _start_anew() -> NoReturn:
    """Serve from a process that made no letters: the threads of the typesetter do not live on in a forked worker."""
    sys.stderr.flush()
    os.execv(sys.executable, [sys.executable, "-m", "keyzer.config", *sys.argv[1:]])  # noqa: S606 -- it is ourselves


def _say(step: str) -> None:
    print(f"demo: {step}", file=sys.stderr, flush=True)
