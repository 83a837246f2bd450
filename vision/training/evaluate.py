"""Figures of an exported model on photos, as `./pannier recognise` prints them, with 95 % intervals."""
from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np

import data
from export import Embedder
from gallery import Gallery, Rules, embedding

FIVE = 5


@dataclass(frozen=True)
class Photographed:
    """Unit embeddings [n, D] of photos, with their products (see `data.Photos`) and scene folds (see `split`)."""

    embeddings: np.ndarray
    labels: np.ndarray
    folds: np.ndarray
    products: tuple[str, ...]

    def gallery(self, mask: np.ndarray, backgrounds: np.ndarray, rules: Rules) -> Gallery:
        references = {
            self.products[label]: self.embeddings[mask & (self.labels == label)] for label in np.unique(self.labels[mask])
        }
        return Gallery(references, backgrounds, rules)


def area_under_roc(known: np.ndarray, unknown: np.ndarray) -> float:
    """Chance that a known thing scores above an unknown one, ties half."""
    below = np.searchsorted(np.sort(unknown), known, "left") + np.searchsorted(np.sort(unknown), known, "right")
    return float(below.mean() / (2 * len(unknown)))


def false_accepts(known: np.ndarray, unknown: np.ndarray, accepted: float = 0.95) -> float:
    """Share of unknown things at or above the score that `accepted` of the known ones reach."""
    return float((unknown >= np.quantile(known, 1 - accepted)).mean())


def interval(right: int, total: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a share."""
    z = 1.96
    centre = (right + z * z / 2) / (total + z * z)
    half = z / (total + z * z) * np.sqrt(right * (total - right) / total + z * z / 4)
    return round(float(centre - half), 4), round(float(centre + half), 4)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, required=True, help="folder with embedding.json beside the .tflite")
    parser.add_argument("--file", default="embedding.tflite", help="which .tflite in it")
    parser.add_argument("--enrol", type=Path, nargs="+", required=True, help="folders of PRODUCT/*.jpg")
    parser.add_argument("--photos", type=Path, required=True, help="folder of PRODUCT/*.jpg")
    parser.add_argument("--unknown", type=Path, help="folder of PRODUCT/*.jpg that nobody enrolled")
    options = parser.parse_args()

    sidecar = json.loads((options.model / "embedding.json").read_text())
    rules = Rules.of(sidecar["gallery"])
    embedder = Embedder((options.model / options.file).read_bytes())

    def embedded(folder: Path) -> tuple[np.ndarray, np.ndarray]:
        photos = data.load(folder)
        outputs = np.stack([embedder(image) for image in photos.images])
        return embedding(outputs, rules), np.array(photos.products)[photos.labels]

    references: dict[str, np.ndarray] = {}
    for folder in options.enrol:
        rows, names = embedded(folder)
        references |= {str(name): rows[names == name] for name in np.unique(names)}
    gallery = Gallery(references, embedding(np.array(sidecar["backgrounds"]), rules), rules)
    queries, names = embedded(options.photos)
    probabilities = gallery.probabilities(queries)
    truth = np.array([gallery.products.index(name) for name in names])
    ranked = np.argsort(-probabilities[:, :-1], axis=1, kind="stable")
    first, five = ranked[:, 0] == truth, (ranked[:, :FIVE] == truth[:, None]).any(axis=1)
    figures = {
        "photos": len(truth), "products": len(gallery.products), "top1": round(float(first.mean()), 4),
        "top1_95": interval(int(first.sum()), len(first)), "top5": round(float(five.mean()), 4),
        "top5_95": interval(int(five.sum()), len(five)), "known_mean": round(float(1 - probabilities[:, -1].mean()), 4),
    }  # fmt: skip
    if options.unknown:
        strangers = 1 - gallery.probabilities(embedded(options.unknown)[0])[:, -1]
        known = 1 - probabilities[:, -1]
        figures |= {"auroc": round(area_under_roc(known, strangers), 4)}
        figures |= {"false_accept_at_95": round(false_accepts(known, strangers), 4)}
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
