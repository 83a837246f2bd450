"""Photo -> what a cart camera might have made of it. Works on RGB uint8, deterministic for a given generator."""
from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

SKIN_RGB = ((224, 172, 140), (198, 134, 96), (141, 85, 56), (92, 56, 38), (240, 200, 170))


@dataclass(frozen=True)
class Strength:
    """How far the imitation of a cart camera goes; each probability is per photo."""

    smallest_crop: float = 0.35  # share of the photo's area that the tightest crop keeps
    largest_crop: float = 1.15  # above 1 the box is larger than the photo; its border is mirrored
    aspect: float = 1.33  # crop's width to height, at most this or its inverse
    turn_degrees: float = 20.0
    quarter_turn: float = 0.05
    shear: float = 0.12
    mirror: float = 0.5
    light: float = 0.35  # brightness and contrast, as a fraction
    cast: float = 0.12  # gain of each colour channel, as a fraction
    saturation: float = 0.4
    motion_blur: float = 0.2
    small_then_large: float = 0.2  # far away or out of focus
    hand: float = 0.2
    patch: float = 0.25  # a piece of another photo in front
    noise: float = 0.25
    jpeg: float = 0.3


def view(
    image: np.ndarray, other: np.ndarray, size: int, random: np.random.Generator, strength: Strength = Strength()
) -> np.ndarray:
    """One imitated view, RGB uint8 [size, size, 3]; `other` lends the occluding patch."""
    result = _crop(image, size, random, strength)
    if random.random() < strength.patch:
        _cover_with_patch(result, other, random)
    if random.random() < strength.hand:
        _cover_with_hand(result, random)
    result = _colour(result, random, strength)
    if random.random() < strength.small_then_large:
        small = max(16, int(size * random.uniform(0.3, 0.8)))
        result = cv2.resize(result, (small, small), interpolation=cv2.INTER_AREA)
        result = cv2.resize(result, (size, size), interpolation=cv2.INTER_LINEAR)
    if random.random() < strength.motion_blur:
        result = _motion_blur(result, random)
    if random.random() < strength.noise:
        sigma = random.uniform(2.0, 12.0)
        noise = random.standard_normal(result.shape, dtype=np.float32) * sigma
        result = np.clip(result + noise, 0, 255).astype(np.uint8)
    if random.random() < strength.jpeg:
        quality = int(random.integers(25, 85))
        _, coded = cv2.imencode(".jpg", result, (cv2.IMWRITE_JPEG_QUALITY, quality))
        result = cv2.imdecode(coded, cv2.IMREAD_COLOR)
    return result


def _crop(image: np.ndarray, size: int, random: np.random.Generator, strength: Strength) -> np.ndarray:
    """Crop, turn, shear and mirror in one warp."""
    height, width = image.shape[:2]
    area = random.uniform(strength.smallest_crop, strength.largest_crop)
    log_aspect = np.log(strength.aspect)
    aspect = np.exp(random.uniform(-log_aspect, log_aspect))
    box_width, box_height = width * np.sqrt(area * aspect), height * np.sqrt(area / aspect)
    free_x, free_y = width - box_width, height - box_height
    centre_x = width / 2 + random.uniform(-0.5, 0.5) * free_x
    centre_y = height / 2 + random.uniform(-0.5, 0.5) * free_y
    angle = np.deg2rad(random.normal(0.0, strength.turn_degrees / 2))
    if random.random() < strength.quarter_turn:
        angle += np.pi / 2 * random.integers(1, 4)
    scale_x = box_width / size * (-1.0 if random.random() < strength.mirror else 1.0)
    scale_y = box_height / size
    cos, sin, shear = np.cos(angle), np.sin(angle), random.uniform(-strength.shear, strength.shear)
    # maps a pixel of the result to a pixel of the photo
    matrix = np.array([[cos, -sin], [sin, cos]]) @ np.array([[1.0, shear], [0.0, 1.0]]) @ np.diag([scale_x, scale_y])
    offset = np.array([centre_x, centre_y]) - matrix @ np.array([size / 2, size / 2])
    return cv2.warpAffine(
        image, np.column_stack([matrix, offset]), (size, size),
        flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP, borderMode=cv2.BORDER_REFLECT_101,
    )  # fmt: skip


def _cover_with_patch(result: np.ndarray, other: np.ndarray, random: np.random.Generator) -> None:
    size = result.shape[0]
    width, height = (int(size * random.uniform(0.15, 0.45)) for _ in range(2))
    x, y = int(random.integers(0, size - width)), int(random.integers(0, size - height))
    from_x = int(random.integers(0, other.shape[1] - min(width, other.shape[1] - 1)))
    from_y = int(random.integers(0, other.shape[0] - min(height, other.shape[0] - 1)))
    piece = other[from_y : from_y + height, from_x : from_x + width]
    result[y : y + piece.shape[0], x : x + piece.shape[1]] = piece


def _cover_with_hand(result: np.ndarray, random: np.random.Generator) -> None:
    """One to four finger-like strokes that come in from a side, with a soft shade of their own."""
    size = result.shape[0]
    skin = np.array(SKIN_RGB[random.integers(len(SKIN_RGB))]) * random.uniform(0.5, 1.1)
    side = random.random() < 0.5
    start_y = random.uniform(0.1, 0.9) * size
    thickness = int(size * random.uniform(0.05, 0.12))
    for finger in range(int(random.integers(1, 5))):
        y = start_y + finger * thickness * 1.2
        reach = size * random.uniform(0.15, 0.5)
        start = (0 if side else size, int(y))
        end = (int(reach if side else size - reach), int(y + random.normal(0, 0.08) * size))
        colour = np.clip(skin * random.uniform(0.85, 1.1), 0, 255)
        cv2.line(result, start, end, tuple(float(c) for c in colour), thickness, cv2.LINE_AA)


def _colour(result: np.ndarray, random: np.random.Generator, strength: Strength) -> np.ndarray:
    """Light, contrast, saturation, gamma and a colour cast, as one table and one matrix."""
    gain = random.uniform(1 - strength.cast, 1 + strength.cast, 3) * random.uniform(1 - strength.light, 1 + strength.light)
    saturation = random.uniform(1 - strength.saturation, 1 + strength.saturation)
    grey = np.array([0.299, 0.587, 0.114])
    matrix = np.diag(gain) @ (saturation * np.eye(3) + (1 - saturation) * np.ones((3, 1)) * grey)
    result = cv2.transform(result, matrix)
    gamma, contrast = random.uniform(0.8, 1.25), random.uniform(1 - strength.light / 2, 1 + strength.light / 2)
    levels = np.arange(256) / 255.0
    table = np.clip((levels**gamma - 0.5) * contrast + 0.5, 0, 1) * 255
    return cv2.LUT(result, table.astype(np.uint8))


def _motion_blur(result: np.ndarray, random: np.random.Generator) -> np.ndarray:
    length = int(random.integers(3, max(4, result.shape[0] // 12)))
    kernel = np.zeros((length, length), np.float32)
    angle = random.uniform(0, np.pi)
    half = (length - 1) / 2
    ends = [(int(round(half + sign * half * np.cos(angle))), int(round(half + sign * half * np.sin(angle)))) for sign in (-1, 1)]
    cv2.line(kernel, ends[0], ends[1], 1.0, 1)
    return cv2.filter2D(result, -1, kernel / kernel.sum(), borderType=cv2.BORDER_REPLICATE)
