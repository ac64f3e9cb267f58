"""The process that sends mail, beside the one that serves pages. It ends with it, also when that is killed."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

TIME_TO_END = 10


@contextmanager
def deliverer() -> Iterator[None]:
    """Run `keyzer deliver` until the block ends. It watches a pipe that only this process holds open."""
    command = [sys.executable, "-m", "keyzer.config", "deliver", "--while-input"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, start_new_session=True)  # noqa: S603 -- our own command
    try:
        yield
    finally:
        if process.stdin is not None:
            process.stdin.close()
        try:
            process.wait(TIME_TO_END)
        except subprocess.TimeoutExpired:
            process.terminate()
