"""Trains the embedding network and writes its float weights."""
from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

import cv2
import numpy as np
import tensorflow as tf
from tensorflow import keras

import augment
import data
import model
import split
from gallery import unit

DIMENSIONS = 256

# Drawn pictures come with a cart camera's faults already, and their products differ by small marks and colours.
DRAWN = augment.Strength(
    smallest_crop=0.65, largest_crop=1.1, aspect=1.2, turn_degrees=12.0, quarter_turn=0.02, shear=0.06, mirror=0.0, light=0.25,
    cast=0.06, saturation=0.2, motion_blur=0.15, small_then_large=0.3, hand=0.05, patch=0.1, noise=0.15, jpeg=0.2,
)  # fmt: skip


def margin_loss(cosines: tf.Tensor, labels: tf.Tensor, recipe: argparse.Namespace) -> tf.Tensor:
    """Softmax over scaled cosines with an additive margin (CosFace) on the true product, labels smoothed."""
    products = cosines.shape[-1]
    hot = tf.one_hot(labels, products)
    logits = recipe.scale * (cosines - recipe.margin * hot)
    smooth = hot * (1 - recipe.smoothing) + recipe.smoothing / products
    return tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(smooth, logits))


def batches(photos: data.Photos, real: int, recipe: argparse.Namespace, random: np.random.Generator):
    """Endless (images [n, size, size, 3], labels [n]); products are picked with the root of their photo count.

    The first `real` photos were taken by people, the others were drawn: a fixed share of each batch.
    """
    counts = np.bincount(photos.labels, minlength=photos.labels.max() + 1)
    chance = 1 / np.sqrt(counts[photos.labels])
    drawn = int(recipe.batch * recipe.drawn_share) if real < len(photos.images) else 0
    strength = augment.Strength(**recipe.augment)
    while True:
        picked = _pick(random, 0, chance[:real], recipe.batch - drawn)
        if drawn:
            picked = np.concatenate([picked, _pick(random, real, chance[real:], drawn)])
        others = random.integers(0, len(photos.images), recipe.batch)
        views = [
            augment.view(photos.images[i], photos.images[j], recipe.size, random, strength if i < real else DRAWN)
            for i, j in zip(picked, others, strict=True)
        ]
        yield np.stack(views).astype(np.float32) / 127.5 - 1.0, photos.labels[picked]


def _pick(random: np.random.Generator, first: int, chance: np.ndarray, count: int) -> np.ndarray:
    return first + random.choice(len(chance), count, p=chance / chance.sum())


def features(network: keras.Model, photos: data.Photos, size: int) -> np.ndarray:
    """Pooled features [photos, POOLED] of whole photos."""
    call = tf.function(lambda x: network(x, training=False), reduce_retracing=True)
    rows = []
    for start in range(0, len(photos.images), 32):
        block = np.stack([data.preprocess(image, size) for image in photos.images[start : start + 32]])
        rows.append(call(tf.constant(block)).numpy())
    return np.concatenate(rows)


def folds(photos: data.Photos, backbone: Path) -> np.ndarray:
    """Scene folds [photos], see `split`."""
    return split.scenes(features(model.trunk(backbone, None), photos, split.SIZE), photos.labels)


def development(photos: data.Photos, backbone: Path) -> data.Photos:
    """What a development run trains on: no held-out product, no photo of the last fold."""
    held = np.isin(np.array(photos.products)[photos.labels], data.HELD_OUT)
    return photos.where(~held & (folds(photos, backbone) != split.FOLDS - 1))


class Learner:
    """The network, its proxies (one direction a product) and the step that moves both."""

    def __init__(self, photos: data.Photos, real_products: int, backbone: Path, recipe: argparse.Namespace, steps: int):
        self.recipe = recipe
        self.real = recipe.batch - (int(recipe.batch * recipe.drawn_share) if recipe.drawn else 0)
        untouched = model.trunk(backbone, recipe.size)
        self.trunk = model.trunk(backbone, recipe.size)
        if recipe.start:
            model.go_on(self.trunk, recipe.start)
        self.stem, _ = model.cut(untouched, recipe.frozen_blocks)
        _, self.body = model.cut(self.trunk, recipe.frozen_blocks)
        shown = photos.where(_first(photos.labels, recipe.shown))
        start = features(self.trunk, shown, recipe.size)
        whitening = model.whiten(start, shown.labels, DIMENSIONS)
        self.learned = model.head("learned", whitening)
        if recipe.mimic > 0:
            self._learn_from(untouched, photos.where(photos.labels < real_products))
        self.proxies = tf.Variable(_means((start - whitening.mean) @ whitening.matrix, shown.labels))
        self.absent = tf.constant(np.bincount(photos.labels, minlength=self.proxies.shape[1]) == 0)
        self.rounding = model.Rounding(self.body.trainable_variables)
        self.slow_variables = self.body.trainable_variables
        self.fast_variables = [*self.learned.trainable_variables, self.proxies]
        if recipe.mimic > 0:
            self.fast_variables += self.general.trainable_variables
        self.slow, self.fast = (_optimiser(rate, steps, recipe.decay) for rate in (recipe.rate, recipe.head_rate))

    def _learn_from(self, teacher: keras.Model, real: data.Photos) -> None:
        """What real photos are to a teacher (an earlier run, or the untouched backbone), whitened, is to be kept."""
        if self.recipe.teacher:
            model.go_on(teacher, self.recipe.teacher)
        self.teacher = teacher
        shown = real.where(_first(real.labels, 2 * self.recipe.shown))
        wanted = features(teacher, shown, self.recipe.size)
        whitening = model.whiten(wanted, shown.labels, DIMENSIONS)
        self.target, self.general = model.head("target", whitening), model.head("general", whitening)
        self.general.set_weights(_fitted(features(self.trunk, shown, self.recipe.size), (wanted - whitening.mean) @ whitening.matrix))

    @tf.function
    def step(self, images: tf.Tensor, labels: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
        """One update; returns (loss, share of the batch that was right)."""
        self.rounding.apply()
        seen = self.stem(images, training=False)
        with tf.GradientTape() as tape:
            pooled = self.body(seen, training=True)
            embedding = tf.math.l2_normalize(self.learned(pooled), axis=1)
            cosines = tf.where(self.absent, -1.0, embedding @ tf.math.l2_normalize(self.proxies, axis=0))
            loss = margin_loss(cosines, labels, self.recipe)
            if self.recipe.mimic > 0:
                loss += self.recipe.mimic * self._away(images, pooled)
        gradients = tape.gradient(loss, self.slow_variables + self.fast_variables)
        gradients, _ = tf.clip_by_global_norm(gradients, 5.0)
        slow = len(self.slow_variables)
        self.slow.apply_gradients(zip(gradients[:slow], self.rounding.variables, strict=True))
        self.fast.apply_gradients(zip(gradients[slow:], self.fast_variables, strict=True))
        return loss, tf.reduce_mean(tf.cast(tf.argmax(cosines, axis=1) == labels, tf.float32))

    def _away(self, images: tf.Tensor, pooled: tf.Tensor) -> tf.Tensor:
        """Mean 1 - cosine between what the general head says of the batch's real photos and what the teacher says."""
        wanted = tf.math.l2_normalize(self.target(self.teacher(images[: self.real], training=False)), axis=1)
        kept = tf.math.l2_normalize(self.general(pooled[: self.real]), axis=1)
        return tf.reduce_mean(1 - tf.reduce_sum(wanted * kept, axis=1))


def _fitted(given: np.ndarray, wanted: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Kernel and bias that lead from `given` [n, POOLED] to about `wanted` [n, d], by ridge regression."""
    given = np.concatenate([given, np.ones((len(given), 1), np.float32)], axis=1)
    gram = given.T @ given + np.diag(0.015 * (given**2).sum(axis=0))
    fit = np.linalg.solve(gram, given.T @ wanted).astype(np.float32)
    return fit[:-1], fit[-1]


def _first(labels: np.ndarray, most: int) -> np.ndarray:
    """Mask of at most so many photos of each product; `labels` are in order."""
    starts = np.searchsorted(labels, labels)
    return np.arange(len(labels)) - starts < most


def _means(white: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Each product's mean direction [DIMENSIONS, products] of unit length; 0 for a product without photos."""
    white = unit(white)
    means = np.zeros((labels.max() + 1, white.shape[1]), np.float32)
    for label in np.unique(labels):
        means[label] = white[labels == label].mean(axis=0)
    return unit(means).T


def _optimiser(rate: float, steps: int, decay: float) -> keras.optimizers.Optimizer:
    """AdamW that warms up over a twentieth of the steps and then falls along a cosine."""
    warm = max(1, steps // 20)
    schedule = keras.optimizers.schedules.CosineDecay(
        rate * 0.05, steps - warm, alpha=0.01, warmup_target=rate, warmup_steps=warm
    )
    return keras.optimizers.AdamW(schedule, weight_decay=decay)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with grocery-photos/ and backbone/")
    parser.add_argument(
        "--drawn", type=Path, nargs="*", default=[], help="folders with PRODUCT/*.jpg that a renderer drew, to learn from as well"
    )
    parser.add_argument("--drawn-share", type=float, default=0.5, help="of each batch")
    parser.add_argument("--out", type=Path, required=True, help="folder for the weights")
    parser.add_argument("--start", type=Path, help="what to go on from: an earlier run's folder or an exported .tflite; the backbone if missing")
    parser.add_argument("--split", choices=("all", "develop"), default="all")
    parser.add_argument("--size", type=int, default=160, help="pixels of the square that training sees")
    parser.add_argument("--epochs", type=float, default=9, help="of the photos that people took")
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--rate", type=float, default=3e-4, help="highest learning rate of the backbone")
    parser.add_argument("--head-rate", type=float, default=3e-3, help="of head and proxies")
    parser.add_argument("--scale", type=float, default=16, help="of cosines in the softmax")
    parser.add_argument("--margin", type=float, default=0.1, help="taken off the true product's cosine")
    parser.add_argument("--smoothing", type=float, default=0.1)
    parser.add_argument("--mimic", type=float, default=0.0, help="weight of staying near a teacher on real photos")
    parser.add_argument("--teacher", type=Path, help="an earlier run's folder or an exported .tflite; the untouched backbone if missing")
    parser.add_argument("--frozen-blocks", type=int, default=1, help="first blocks that do not train; 0: all train")
    parser.add_argument("--decay", type=float, default=1e-4)
    parser.add_argument("--augment", type=json.loads, default={}, help="JSON object of augment.Strength fields")
    parser.add_argument("--shown", type=int, default=8, help="photos of a product that tell where its proxy starts")
    parser.add_argument("--seed", type=int, default=7)
    return parser.parse_args()


def main() -> None:
    recipe = arguments()
    cv2.setNumThreads(1)
    tf.config.threading.set_intra_op_parallelism_threads(1)
    tf.config.threading.set_inter_op_parallelism_threads(1)
    keras.utils.set_random_seed(recipe.seed)
    backbone = recipe.data / "backbone" / model.BACKBONE
    photos = data.load(recipe.data / "grocery-photos" / "train")
    if recipe.split == "develop":
        photos = development(photos, backbone)
    real, real_products = len(photos.images), len(photos.products)
    steps = int(recipe.epochs * real / recipe.batch)
    for folder in recipe.drawn:
        photos = photos.joined(data.load(folder))
    if recipe.drawn:
        steps = int(steps / (1 - recipe.drawn_share))
    learner = Learner(photos, real_products, backbone, recipe, steps)

    began, sums = time.monotonic(), np.zeros(2)
    source = batches(photos, real, recipe, np.random.default_rng(recipe.seed))
    for number in range(1, steps + 1):
        sums += [float(value) for value in learner.step(*next(source))]
        if number % 50 == 0 or number == steps:
            loss, right = sums / (number % 50 or 50)
            speed = number * recipe.batch / (time.monotonic() - began)
            print(f"step {number}/{steps} loss {loss:.3f} right {right:.3f} {speed:.0f} images/s", flush=True)
            sums[:] = 0

    recipe.out.mkdir(parents=True, exist_ok=True)
    learner.rounding.apply()
    learner.trunk.save_weights(recipe.out / "trunk.weights.h5")
    kernel, bias = learner.learned.get_weights()
    np.savez(recipe.out / "head.npz", kernel=kernel, bias=bias)
    (recipe.out / "recipe.json").write_text(json.dumps(vars(recipe), indent=1, default=str) + "\n")


if __name__ == "__main__":
    main()
