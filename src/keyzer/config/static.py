"""Styles and icons, gathered in the data folder once for each version of them."""

import hashlib
import shutil
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from whitenoise.storage import CompressedManifestStaticFilesStorage


class Fingerprinted(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # the library has no types
    """Looks the address of a file up once: names and fingerprints are read when a process begins, and stay."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own
        super().__init__(*args, **kwargs)
        self._addresses: dict[str, str] = {}

    def url(self, name: str, force: bool = False) -> str:  # noqa: FBT001, FBT002 -- Django's own
        """Where a browser finds the file. Raises ValueError when it was not gathered."""
        if name not in self._addresses or force:
            self._addresses[name] = super().url(name, force)
        return self._addresses[name]


def gather() -> None:
    """Collect, compress and fingerprint the files, unless these very ones lie there already."""
    folder = Path(settings.STATIC_ROOT)
    mark, fingerprint = folder.with_suffix(".sha256"), _fingerprint()
    if folder.is_dir() and mark.exists() and mark.read_text(encoding="ascii") == fingerprint:
        return
    mark.unlink(missing_ok=True)
    shutil.rmtree(folder, ignore_errors=True)
    call_command("collectstatic", interactive=False, verbosity=0)
    mark.write_text(fingerprint, encoding="ascii")


def _fingerprint() -> str:
    """One hash over the names and content of all files to gather."""
    digest = hashlib.sha256()
    for finder in get_finders():
        for name, storage in sorted(finder.list([]), key=lambda found: found[0]):
            digest.update(name.encode() + b"\0" + Path(storage.path(name)).read_bytes())
    return digest.hexdigest()
