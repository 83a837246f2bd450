"""Figures of a development run: trained and held-out products in one gallery, on scenes that training never saw."""
from __future__ import annotations

import argparse
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import tensorflow as tf

import data
import export
import model
import split
import train
from evaluate import FIVE, Photographed, area_under_roc, false_accepts
from gallery import Rules, embedding


def develop(photos: Photographed, backgrounds: np.ndarray, rules: Rules, draws: int = 2) -> dict[str, float]:
    """Trained and held-out products in one gallery, in percent; see RESULTS.md for the protocol.

    Queries: the last fold of trained products, which training never saw, and each fold of the held-out products in
    turn, their other folds enrolled (or five photos of those). Unknown: held-out products that nobody enrolled.
    """
    names = np.array(photos.products)[photos.labels]
    held = np.isin(names, data.HELD_OUT)
    trained_references, trained_queries = ~held & (photos.folds != 3), ~held & (photos.folds == 3)
    random = np.random.default_rng(0)
    right: dict[str, list] = {key: [] for key in ("trained", "new", "new five", "trained beside five", "top five", "nll")}
    opened: list[tuple[float, float, float]] = []
    for fold in range(split.FOLDS):
        enrolled, asked = held & (photos.folds != fold), held & (photos.folds == fold)
        queries = trained_queries | asked
        is_new = held[queries]
        for draw in range(draws + 1):
            chosen = enrolled if draw == 0 else _few(enrolled, photos.labels, random)
            gallery = photos.gallery(trained_references | chosen, backgrounds, rules)
            probabilities = gallery.probabilities(photos.embeddings[queries])
            truth = np.array([gallery.products.index(name) for name in names[queries]])
            hit = probabilities[:, :-1].argmax(axis=1) == truth
            of_truth = probabilities[np.arange(len(truth)), truth]
            if draw == 0:
                right["trained"].append(hit[~is_new])
                right["new"].append(hit[is_new])
                right["top five"].append((probabilities[:, :-1] > of_truth[:, None]).sum(axis=1) < FIVE)
                closed = of_truth / (1 - probabilities[:, -1])
                right["nll"].append(-np.log(np.maximum(closed, 1e-9)) / 100)
            else:
                right["new five"].append(hit[is_new])
                right["trained beside five"].append(hit[~is_new])
        strangers = np.isin(names, random.permutation(data.HELD_OUT)[: len(data.HELD_OUT) // (1 if fold < 2 else 2)])
        gallery = photos.gallery(trained_references | (enrolled & ~strangers), backgrounds, rules)
        known = 1 - gallery.probabilities(photos.embeddings[queries & ~strangers])[:, -1]
        unknown = 1 - gallery.probabilities(photos.embeddings[strangers])[:, -1]
        opened.append((area_under_roc(known, unknown), false_accepts(known, unknown), known.mean() - unknown.mean()))
    result = {key: round(100 * float(np.concatenate(value).mean()), 2) for key, value in right.items()}
    area, accepts, _ = np.mean(opened, axis=0)
    return result | {"auroc": round(100 * float(area), 2), "false accepts": round(100 * float(accepts), 2)}


def _few(enrolled: np.ndarray, labels: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Mask with at most five of each product's enrolled photos."""
    mask = np.zeros_like(enrolled)
    for label in np.unique(labels[enrolled]):
        mask[random.permutation(np.flatnonzero(enrolled & (labels == label)))[:FIVE]] = True
    return mask


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with grocery-photos/ and backbone/")
    parser.add_argument("--run", type=Path, required=True, help="folder that train.py --split develop wrote")
    parser.add_argument("--sizes", type=int, nargs="+", default=[160, 192, 224, 256], help="input sizes to test at")
    parser.add_argument("--kept", type=float, default=1.0, help="1: the run's weights; 0: the untouched backbone's")
    options = parser.parse_args()

    tf.config.threading.set_intra_op_parallelism_threads(1)
    tf.config.threading.set_inter_op_parallelism_threads(1)
    backbone = options.data / "backbone" / model.BACKBONE
    photos = data.load(options.data / "grocery-photos" / "train")
    folds = train.folds(photos, backbone)
    trained = ~np.isin(np.array(photos.products)[photos.labels], data.HELD_OUT) & (folds != split.FOLDS - 1)
    rules = Rules.of(json.loads(Path(__file__).with_name("rules.json").read_text()))
    rules = replace(rules, blocks=((0, export.DIMENSIONS, 1.0),))
    trunk = model.trunk(backbone, None)
    before = trunk.get_weights()
    trunk.load_weights(options.run / "trunk.weights.h5")
    trunk.set_weights([old + options.kept * (new - old) for old, new in zip(before, trunk.get_weights(), strict=True)])
    for size in options.sizes:
        pooled = train.features(trunk, photos, size)
        whitening = model.whiten(pooled[trained], photos.labels[trained], export.DIMENSIONS)
        outputs = (pooled - whitening.mean) @ whitening.matrix
        shot = Photographed(embedding(outputs, rules), photos.labels, folds, photos.products)
        print(json.dumps({"size": size} | develop(shot, np.zeros((0, export.DIMENSIONS)), rules)), flush=True)


if __name__ == "__main__":
    main()
