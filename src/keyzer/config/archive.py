"""A backup as one file: a tar whose first member lists the SHA-256 of all others."""

import hashlib
import io
import json
import os
import tarfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

MANIFEST = "manifest.json"
FORMAT = 1
CHUNK = 1024 * 1024
SCHOOLS_OWN = ("lessons", "platforms")
"""The folders in which a school lays texts of its own over those of the house."""


class ArchiveProblem(Exception):
    """The file is no backup of a school, or something in it was altered."""


def write(target: Path, members: dict[str, Path], about: dict[str, Any]) -> None:
    """Write `members` (their name in the backup, and where they lie) to `target`, for its owner alone, or nothing."""
    sums = {name: sha256(file) for name, file in sorted(members.items())}
    manifest = json.dumps({"format": FORMAT, **about, "sha256": sums}, indent=2).encode()
    unfinished = target.with_name(f"{target.name}.part")
    try:
        with (
            os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out,
            tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as tar,
        ):
            tar.addfile(_member(MANIFEST, len(manifest)), io.BytesIO(manifest))
            for name in sums:
                with members[name].open("rb") as source:
                    tar.addfile(_member(name, members[name].stat().st_size), source)
            tar.close()
            os.fsync(out.fileno())
        unfinished.rename(target)
    finally:
        unfinished.unlink(missing_ok=True)


def unpack(source: Path, folder: Path) -> dict[str, Any]:
    """Unpack into `folder` what the manifest lists, and answer it. Raises ArchiveProblem, which names the file."""
    try:
        with tarfile.open(source, mode="r:") as tar:
            manifest = _manifest(tar)
            for name in manifest["sha256"]:
                _take(tar, name, folder)
    except (tarfile.TarError, KeyError, ValueError) as problem:
        raise ArchiveProblem(f"`{source}` is not a backup made by `keyzer backup`, or it is cut off") from problem
    for name, expected in manifest["sha256"].items():
        if sha256(folder / name) != expected:
            raise ArchiveProblem(f"`{name}` in the backup is not what was written: use another backup")
    return manifest


def sha256(file: Path) -> str:
    """The hash of a file, in hexadecimal."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def files_in(folder: Path, under: str) -> Iterator[tuple[str, Path]]:
    """Every file below `folder`, named as in a backup. Files on their way in are left out."""
    for file in sorted(folder.rglob("*")):
        if file.is_file() and file.suffix != ".part":
            yield f"{under}/{file.relative_to(folder).as_posix()}", file


def _member(name: str, size: int) -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.size = size
    info.mode = 0o600
    return info


def _manifest(tar: tarfile.TarFile) -> dict[str, Any]:
    stream = tar.extractfile(MANIFEST)
    manifest = json.loads(stream.read()) if stream else {}
    if manifest.get("format") != FORMAT:
        raise ArchiveProblem("this version can't read the format of the backup: use the version that made it")
    return dict(manifest)


def _take(tar: tarfile.TarFile, name: str, folder: Path) -> None:
    """Copy one plain file out; a name that would land elsewhere is refused."""
    path = PurePosixPath(name)
    stream = tar.extractfile(name)
    if path.is_absolute() or ".." in path.parts or stream is None:
        raise ArchiveProblem(f"`{name}` in the backup is not a plain file of a school")
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        while chunk := stream.read(CHUNK):
            out.write(chunk)
