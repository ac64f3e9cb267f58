"""Finds faces with MTCNN: three small networks, each of which looks closer at what the one before pointed at.

Zhang et al., “Joint Face Detection and Alignment using Multi-task Cascaded Convolutional Networks” (2016). The networks
in `finder/` were trained to find faces and can't tell one from another: nobody is recognised.
"""

from functools import cache
from pathlib import Path
from typing import Any, Literal

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from PIL import Image

from .areas import Area

Numbers = NDArray[np.float32]
NETWORKS = Path(__file__).parent / "finder"
SMALLEST_FACE = 20  # pixels of the picture as it is looked at
LARGEST_LOOK = 1280
FIRST_LOOK, STEP = 12, 0.709
LIKELY = {"pnet": 0.6, "rnet": 0.7, "onet": 0.7}
STRIDE = 2


def find(picture: Image.Image) -> tuple[Area, ...]:
    """Where the faces are, from left to right."""
    seen = picture.copy()
    seen.thumbnail((LARGEST_LOOK, LARGEST_LOOK))
    boxes = _surest(_candidates(seen), 0.7)
    for network, size in (("rnet", 24), ("onet", 48)):
        boxes = _looked_closer(seen, boxes, network, size)
    width, height = seen.size
    areas = (Area(left / width, top / height, right / width, bottom / height) for left, top, right, bottom, _ in boxes)
    return tuple(sorted(Area(*(min(max(float(edge), 0.0), 1.0) for edge in area)) for area in areas))


def _candidates(seen: Image.Image) -> Numbers:
    """Rows of left, top, right, bottom, likelihood, found at every size that a face may have."""
    found = [np.empty((0, 5), np.float32)]
    scale = FIRST_LOOK / SMALLEST_FACE
    while min(seen.size) * scale >= FIRST_LOOK:
        size = (max(1, round(seen.width * scale)), max(1, round(seen.height * scale)))
        moves, likely = _ask("pnet", _as_numbers(seen.resize(size, Image.Resampling.BILINEAR))[None])
        found.append(_surest(_proposed(moves[0], likely[0, :, :, 1], scale), 0.5))
        scale *= STEP
    return np.concatenate(found)


def _proposed(moves: Numbers, likely: Numbers, scale: float) -> Numbers:
    """The windows of one size in which the first network sees something like a face."""
    columns, rows = np.nonzero(likely >= LIKELY["pnet"])
    corner = np.stack([columns, rows, columns, rows], axis=1) * STRIDE
    windows = (corner + np.array([1, 1, FIRST_LOOK, FIRST_LOOK])) / scale
    return _moved(windows, moves[columns, rows], likely[columns, rows])


def _looked_closer(seen: Image.Image, boxes: Numbers, network: str, size: int) -> Numbers:
    """Those of `boxes` in which the next network sees a face too, moved to where it sees it."""
    if not len(boxes):
        return boxes
    squares = _squared(boxes)
    pieces = np.stack([_as_numbers(_cut(seen, square, size)) for square in squares])
    moves, *_points, likely = _ask(network, pieces)
    is_face = likely[:, 1] > LIKELY[network]
    moved = _moved(squares[is_face], moves[is_face], likely[is_face, 1])
    return _surest(moved, 0.7, of="smaller" if network == "onet" else "both")


def _cut(seen: Image.Image, square: Numbers, size: int) -> Image.Image:
    """A square of the picture, black where it reaches beyond it."""
    left, top, right, bottom = (int(edge) for edge in square)
    piece = seen.crop((left, top, max(right, left + 1), max(bottom, top + 1)))
    return piece.resize((size, size), Image.Resampling.BILINEAR)


def _as_numbers(picture: Image.Image) -> Numbers:
    """Columns first, as the networks were trained, from -1 to 1."""
    return ((np.asarray(picture, np.float32) - 127.5) / 128).transpose(1, 0, 2).astype(np.float32)


def _moved(boxes: NDArray[Any], moves: Numbers, likely: Numbers) -> Numbers:
    width, height = boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]
    edges = boxes + moves * np.stack([width, height, width, height], axis=1)
    return np.concatenate([edges, likely[:, None]], axis=1).astype(np.float32)


def _squared(boxes: Numbers) -> Numbers:
    middle = (boxes[:, :2] + boxes[:, 2:4]) / 2
    half = (boxes[:, 2:4] - boxes[:, :2]).max(axis=1, keepdims=True) / 2
    return np.concatenate([middle - half, middle + half], axis=1).astype(np.float32)


def _surest(boxes: Numbers, most: float, of: Literal["both", "smaller"] = "both") -> Numbers:
    """The likeliest of those that lie over one another by more than `most` of both together, or of the smaller one."""
    rest = boxes[np.argsort(-boxes[:, 4])]
    chosen = []
    while len(rest):
        first, rest = rest[0], rest[1:]
        chosen.append(first)
        shared = np.minimum(first[2:4], rest[:, 2:4]) - np.maximum(first[:2], rest[:, :2])
        overlap = shared.clip(0).prod(axis=1)
        own, others = (first[2:4] - first[:2]).prod(), (rest[:, 2:4] - rest[:, :2]).prod(axis=1)
        whole = np.minimum(own, others) if of == "smaller" else own + others - overlap
        rest = rest[overlap <= most * whole]
    return np.stack(chosen) if chosen else np.empty((0, 5), np.float32)


def _ask(network: str, given: Numbers) -> list[Numbers]:
    session = _network(network)
    answers = session.run(None, {session.get_inputs()[0].name: np.ascontiguousarray(given)})
    return [np.asarray(answer, np.float32) for answer in answers]


@cache
def _network(name: str) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 4
    return onnxruntime.InferenceSession(str(NETWORKS / f"{name}.onnx"), options, providers=["CPUExecutionProvider"])
