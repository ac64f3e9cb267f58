"""What a photo says of itself as exiftool reads it, which knows nothing of how we read or write one."""

import json
import subprocess
from pathlib import Path

OF_EVERY_FILE = {"ExifTool", "File", "JFIF", "Composite", "SourceFile"}
"""Groups that tell of the file on the disk, of the form of a JPEG, or are worked out from its size."""


def told(photo: bytes, folder: Path) -> dict[str, str]:
    """Everything that the file tells beside the picture, by group and name; also what lies hidden deep inside."""
    place = folder / "photo"
    place.write_bytes(photo)
    command = ["exiftool", "-json", "-groupNames", "-ee", "-unknown", "-api", "LargeFileSupport=1", str(place)]
    listed = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)[0]
    return {name: str(value) for name, value in listed.items() if name.partition(":")[0] not in OF_EVERY_FILE}


def with_tags(photo: bytes, folder: Path, *tags: str) -> bytes:
    """The photo with tags written by exiftool, each as `-Name=value`."""
    place = folder / "tagged.jpg"
    place.write_bytes(photo)
    subprocess.run(["exiftool", "-quiet", "-overwrite_original", *tags, str(place)], check=True, capture_output=True)
    return place.read_bytes()
