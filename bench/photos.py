"""A photo of twelve million points looked at, cleaned and its faces found, against decoding and saving it alone."""

from io import BytesIO
from pathlib import Path

from PIL import Image

from keyzer.check.photo.areas import Area
from keyzer.check.photo.blurring import AROUND, blurred
from keyzer.check.photo.looking import look

from .figures import Figure, per_second_of_clock, ratio

SIZE = (4000, 3000)
FACES = 8
ROUNDS = 3
FACE = Path(__file__).parent.parent / "tests" / "rooms" / "check" / "photos" / "face.jpg"


def figures() -> list[Figure]:
    """Seconds a photo, by the clock on the wall: from the file as it came to the page, and to the download."""
    photo = group()
    seen = look(photo)
    areas = [Area(*face).widened(AROUND) for face in seen.faces]

    def check() -> int:
        look(photo)
        return 1

    def download() -> int:
        blurred(seen.picture, areas)
        return 1

    def save() -> int:
        Image.open(BytesIO(photo)).convert("RGB").save(BytesIO(), "JPEG", quality=88)
        return 1

    checked, downloaded, saved = (1 / per_second_of_clock(work, ROUNDS) for work in (check, download, save))
    yardstick = f"decode and save: {saved:.2f} s"
    return [
        Figure(f"photo of 12 MP, {len(seen.faces)} faces", f"{checked:.2f} s", yardstick, ratio(checked, saved)),
        Figure("the same blurred for download", f"{downloaded:.2f} s", yardstick, ratio(downloaded, saved)),
    ]


def group() -> bytes:
    """Eight people before a sky with the grain of a camera."""
    grain = Image.effect_noise((SIZE[0] // 4, SIZE[1] // 4), 30).resize(SIZE).convert("RGB")
    picture = Image.blend(grain, Image.linear_gradient("L").resize(SIZE).convert("RGB"), 0.6)
    with Image.open(FACE) as face:
        for number in range(FACES):
            size = 240 + 60 * number
            picture.paste(face.resize((size, size)), (100 + 480 * number % 3400, 300 + 1100 * (number % 2)))
    out = BytesIO()
    picture.save(out, "JPEG", quality=92)
    return out.getvalue()


if __name__ == "__main__":
    from .figures import tell

    tell(figures())
