"""Has a photo looked at in a process of its own, and says in which way it can't be."""

import subprocess
import sys

import msgspec

from .seen import MOST_BYTES, Problem, Seen, Unreadable

MOST_SECONDS = 30
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def look(content: bytes) -> Seen:
    """What is to be seen in a photo, and what its file told. Nothing of it is kept or recorded. Raises Unreadable."""
    if not content:
        raise Unreadable(Problem.NOTHING)
    if len(content) > MOST_BYTES:
        raise Unreadable(Problem.TOO_HEAVY)
    if content[:4096].removeprefix(BYTE_ORDER_MARK).lstrip().startswith(b"<"):
        raise Unreadable(Problem.DRAWING)
    answer = _asked(content)
    if answer is None:
        raise Unreadable(Problem.BROKEN)
    return answer


def _asked(content: bytes) -> Seen | None:
    """None when the process was stopped for what it took in time or memory."""
    command = [sys.executable, "-I", "-m", "keyzer.check.photo.decoding"]
    with subprocess.Popen(  # noqa: S603 -- our own module, no words of a stranger
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={"OMP_NUM_THREADS": "1"}
    ) as process:
        try:
            answer, _ = process.communicate(content, timeout=MOST_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            return None
    return _read(answer) if process.returncode == 0 else None


def _read(answer: bytes) -> Seen:
    told = msgspec.msgpack.decode(answer, type=Seen | tuple[Problem, int])
    if isinstance(told, Seen):
        return told
    raise Unreadable(*told)
