"""Photos by product, the preprocessing that Java repeats, and the splits that development uses."""
from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

# Left out of training while recipes were compared: like the mix a shop brings (cartons, fruit, vegetables).
HELD_OUT = (
    "Red-Delicious", "Passion-Fruit", "Cantaloupe", "Mango", "Conference", "Plum",
    "God-Morgon-Red-Grapefruit-Juice", "Tropicana-Apple-Juice", "Arla-Standard-Milk", "Alpro-Fresh-Soy-Milk",
    "Arla-Natural-Yoghurt", "Yoggi-Vanilla-Yoghurt",
    "Sweet-Potato", "Zucchini", "Yellow-Bell-Pepper", "Beef-Tomato",
)  # fmt: skip


@dataclass(frozen=True)
class Photos:
    """Photos of products. `images[i]` is RGB uint8 [height, width, 3]; `labels[i]` indexes `products`."""

    products: tuple[str, ...]
    images: tuple[np.ndarray, ...]
    labels: np.ndarray

    def where(self, mask: np.ndarray) -> Photos:
        """The photos that `mask` (bool, one a photo) picks; products keep their numbers."""
        return Photos(self.products, tuple(self.images[i] for i in np.flatnonzero(mask)), self.labels[mask])


    def joined(self, more: Photos) -> Photos:
        """These photos and `more`, whose products are numbered after these."""
        labels = np.concatenate([self.labels, more.labels + len(self.products)])
        return Photos(self.products + more.products, self.images + more.images, labels)


def load(folder: Path) -> Photos:
    """Reads `folder/PRODUCT/*.jpg`."""
    if not folder.is_dir():
        raise SystemExit(f"{folder}: no such folder; expected PRODUCT/*.jpg below it")
    names = sorted(entry.name for entry in folder.iterdir() if entry.is_dir())
    images, labels = [], []
    for label, name in enumerate(names):
        files = sorted((folder / name).glob("*.jpg"))
        if not files:
            raise SystemExit(f"{folder / name}: no .jpg in it")
        for file in files:
            image = cv2.imread(str(file), cv2.IMREAD_COLOR)
            if image is None:
                raise SystemExit(f"{file}: not a readable JPEG")
            images.append(cv2.cvtColor(image, cv2.COLOR_BGR2RGB))
            labels.append(label)
    if not images:
        raise SystemExit(f"{folder}: no PRODUCT folder in it")
    return Photos(tuple(names), tuple(images), np.array(labels))


def preprocess(image: np.ndarray, size: int) -> np.ndarray:
    """RGB uint8 of any shape -> float32 [size, size, 3] in [-1, 1]: squashed to a square with INTER_AREA."""
    return cv2.resize(image, (size, size), interpolation=cv2.INTER_AREA).astype(np.float32) / 127.5 - 1.0
