"""Small files for the tests: real beginnings, invented rest."""

import io
import zipfile

JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)) * 40 + b"\xff\xd9"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(200)) + b"IEND\xaeB`\x82"
MP4 = b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00" + bytes(300)


def archive(member: str = "inner.txt") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr(member, "hidden")
    return out.getvalue()
