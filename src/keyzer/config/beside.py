"""The processes beside the one that serves pages. They end with it, also when that is killed."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

TIME_TO_END = 10


@contextmanager
def deliverer() -> Iterator[None]:
    """Run `keyzer deliver` until the block ends."""
    with _beside("deliver"):
        yield


@contextmanager
def streamer(host: str, port: int) -> Iterator[None]:
    """Run `keyzer live` until the block ends."""
    with _beside("live", f"--host={host}", f"--port={port}"):
        yield


@contextmanager
def _beside(*arguments: str) -> Iterator[None]:
    """Run a command that watches a pipe which only this process holds open."""
    command = [sys.executable, "-m", "keyzer.config", *arguments, "--while-input"]
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
