"""Square codes that the camera of a phone opens as an address."""

import io

import segno

QUIET_ZONE = 4
"""White around the code, in modules; the standard (ISO/IEC 18004) asks for four."""


def drawing(address: str) -> str:
    """The code as SVG, black on white, without a size of its own; it holds digits alone, and no word of `address`.

    In a document of ours: `image(bytes(data.code), alt: "…", width: 18mm)`. A seventh of it may be lost.
    """
    drawn = io.BytesIO()
    code = segno.make(address, error="m", micro=False)
    code.save(
        drawn,
        kind="svg",
        xmldecl=False,
        svgclass=None,
        lineclass=None,
        omitsize=True,
        nl=False,
        border=QUIET_ZONE,
        light="#fff",
    )
    return drawn.getvalue().decode()
