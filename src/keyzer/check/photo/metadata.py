"""Reads what the file of a photo tells beside the picture. Runs where the photo is decoded, on what a stranger sent."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from PIL import ExifTags, Image

from .seen import Telling, Told

LONGEST = 120
MOST = 40
Base, GPS = ExifTags.Base, ExifTags.GPS
VALUES: tuple[tuple[Telling, tuple[int, ...]], ...] = (
    (Telling.DEVICE, (Base.Make, Base.Model, Base.LensModel)),
    (Telling.SERIAL, (Base.BodySerialNumber, Base.LensSerialNumber, Base.CameraSerialNumber, Base.ImageUniqueID)),
    (Telling.OWNER, (Base.CameraOwnerName, Base.Artist, Base.Copyright, Base.XPAuthor)),
    (Telling.PROGRAM, (Base.Software, Base.ProcessingSoftware, Base.HostComputer)),
    (Telling.WORDS, (Base.ImageDescription, Base.UserComment, Base.XPComment, Base.XPTitle, Base.XPKeywords)),
)
TIMES = (Base.DateTimeOriginal, Base.DateTimeDigitized, Base.DateTime)
PEOPLE = re.compile(r"(?:mwg-rs:Name=\"([^\"]+)\"|<mwg-rs:Name>([^<]+)<|PersonDisplayName(?:=\"|>)([^\"<]+))")
FILM = re.compile(r"(?:MotionPhoto|MicroVideo)(?:=\"|>)1")


def told_by(opened: Image.Image) -> tuple[Told, ...]:
    """All that the file tells, the most telling first; each thing once."""
    exif = opened.getexif()
    tags = {**exif, **exif.get_ifd(ExifTags.IFD.Exif)}
    found = [*_place(exif.get_ifd(ExifTags.IFD.GPSInfo)), *_time(tags), *_values(tags), *_beside(opened, exif)]
    return tuple(dict.fromkeys(found))[:MOST]


def _place(tags: Mapping[int, Any]) -> Iterator[Told]:
    if not tags:
        return
    try:
        north, east = _degrees(tags[GPS.GPSLatitude]), _degrees(tags[GPS.GPSLongitude])
        where = f"{north:.5f}° {_word(tags[GPS.GPSLatitudeRef])}, {east:.5f}° {_word(tags[GPS.GPSLongitudeRef])}"
    except (KeyError, ValueError, TypeError, ZeroDivisionError):
        where = ""
    yield Told(Telling.PLACE, where)


def _degrees(parts: tuple[Any, Any, Any]) -> float:
    degrees, minutes, seconds = (float(part) for part in parts)
    return degrees + minutes / 60 + seconds / 3600


def _time(tags: Mapping[int, Any]) -> Iterator[Told]:
    for tag in TIMES:
        if word := _word(tags.get(tag, "")):
            day, _space, moment = word.partition(" ")
            yield Told(Telling.TIME, f"{day.replace(':', '-')} {moment}".strip())
            return


def _values(tags: Mapping[int, Any]) -> Iterator[Told]:
    for what, where in VALUES:
        words = dict.fromkeys(filter(None, (_word(tags.get(tag, "")) for tag in where)))
        if words:
            yield Told(what, ", ".join(words)[:LONGEST])


def _beside(opened: Image.Image, exif: Image.Exif) -> Iterator[Told]:
    """Blocks beside the list of tags: what programs add, names of people, a film, a small copy."""
    info = opened.info
    xmp = _word(info.get("xmp", ""), longest=200_000)
    people = dict.fromkeys(_clean(next(filter(None, names))) for names in PEOPLE.findall(xmp))
    yield from (Told(Telling.PEOPLE, name) for name in people)
    if FILM.search(xmp):
        yield Told(Telling.FILM)
    if exif.get_ifd(ExifTags.IFD.IFD1):
        yield Told(Telling.SMALL_COPY)
    if xmp or "photoshop" in info:
        yield Told(Telling.EDITING)
    comments = (info.get("comment", ""), *getattr(opened, "text", {}).values())
    yield from (Told(Telling.WORDS, word) for word in map(_word, comments) if word and word not in xmp)


def _word(value: object, longest: int = LONGEST) -> str:
    if isinstance(value, bytes):
        is_wide = value[1:2] == b"\0" and not value.startswith((b"ASCII", b"UNICODE"))
        value = value.removeprefix(b"ASCII\0\0\0").removeprefix(b"UNICODE\0")
        value = value.decode("utf-16-le" if is_wide else "utf-8", "ignore")
    return _clean(value, longest) if isinstance(value, str) else ""


def _clean(value: str, longest: int = LONGEST) -> str:
    """On one line, without what can't be printed."""
    return " ".join("".join(each if each.isprintable() else " " for each in value).split())[:longest]
