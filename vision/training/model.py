"""The embedding network: one backbone pass, features pooled at four depths, one linear head that whitens them."""
from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import tensorflow as tf
from tensorflow import keras

from backbone import BLOCKS, FEATURES, Builder, read_convolutions

BACKBONE = "tf2_mobilenet_v2_1.0_224_ptq.tflite"
POOLED_AFTER = (9, 12, 15)  # inverted residual blocks (0-based) whose outputs are pooled beside the last layer's
POOLED = sum(BLOCKS[block][1] for block in POOLED_AFTER) + FEATURES


def trunk(backbone: Path, size: int | None) -> keras.Model:
    """[n, size, size, 3] in [-1, 1] -> pooled features [n, POOLED]."""
    inputs = keras.Input((size, size, 3), name="image")
    builder = Builder(read_convolutions(backbone))
    x = builder.convolution(inputs, 32, 3, 2)
    pooled = []
    for number, (expansion, channels, stride) in enumerate(BLOCKS):
        x = builder.block(x, expansion, channels, stride)
        x = keras.layers.Activation("linear", name=f"block{number:02d}")(x)
        if number in POOLED_AFTER:
            pooled.append(keras.layers.GlobalAveragePooling2D(name=f"pool{number:02d}")(x))
    x = builder.convolution(x, FEATURES)
    pooled.append(keras.layers.GlobalAveragePooling2D(name="pool_last")(x))
    result = keras.Model(inputs, keras.layers.Concatenate(name="pooled")(pooled), name="trunk")
    builder.load()
    return result


def go_on(whole: keras.Model, earlier: Path) -> None:
    """Gives a trunk the weights of an earlier run's folder, or of an exported `.tflite` file."""
    if earlier.is_dir():
        whole.load_weights(earlier / "trunk.weights.h5")
        return
    layers = [layer for layer in whole.layers if layer.name.startswith("conv")]
    for layer, (kernel, bias) in zip(layers, read_convolutions(earlier), strict=False):  # the file's last is the head
        layer.set_weights([kernel, bias])


def cut(whole: keras.Model, blocks: int) -> tuple[keras.layers.Layer, keras.Model]:
    """(stem, body) of a trunk: its first `blocks` inverted residual blocks, and the rest; weights stay shared.

    With no blocks the stem hands images on as they are.
    """
    if blocks == 0:
        return keras.layers.Identity(name="stem"), whole
    seam = whole.get_layer(f"block{blocks - 1:02d}").output
    return keras.Model(whole.input, seam, name="stem"), keras.Model(seam, whole.output, name="body")


class Rounding:
    """Trains a trunk whose convolutions always compute with weights in 8 bits, as they ship (straight through).

    The exact weights are kept beside the network and move by the gradients that the rounded ones have; without that,
    steps smaller than half a grid step are lost at export.
    """

    def __init__(self, variables: list[keras.Variable]):
        self._kernels = [v for v in variables if len(v.shape) == 4]
        self._exact = {v.path: tf.Variable(v, name=v.name + "_exact") for v in self._kernels}
        self.variables = [self._exact.get(v.path, v) for v in variables]

    def apply(self) -> None:
        """Rounds the network's weights anew from the exact ones."""
        for kernel in self._kernels:
            kernel.assign(rounded(self._exact[kernel.path]))


def rounded(kernel: tf.Tensor) -> tf.Tensor:
    """[h, w, in, out] or, depthwise, [h, w, channels, 1] on TensorFlow Lite's grid: 127 steps to each channel's largest."""
    axes = (0, 1, 3) if kernel.shape[3] == 1 else (0, 1, 2)
    step = tf.maximum(tf.reduce_max(tf.abs(kernel), axis=axes, keepdims=True) / 127.0, 1e-12)
    return tf.round(kernel / step) * step


@dataclass(frozen=True)
class Whitening:
    """Linear map `(x - mean) @ matrix` after which products spread alike in all directions; matrix [POOLED, d]."""

    mean: np.ndarray
    matrix: np.ndarray


def whiten(features: np.ndarray, labels: np.ndarray, dimensions: int, shrinkage: float = 0.3) -> Whitening:
    """Within-product covariance, shrunk towards its diagonal's mean, inverted; the strongest directions are kept.

    Each pooled depth is first brought to unit spread, so that shrinkage means the same for all of them.
    """
    edges = np.cumsum([0] + [BLOCKS[block][1] for block in POOLED_AFTER] + [FEATURES])
    spread = np.concatenate(
        [np.full(b - a, features[:, a:b].std()) for a, b in zip(edges[:-1], edges[1:], strict=True)]
    )
    scaled = features / spread
    mean = scaled.mean(0)
    within = scaled.copy()
    for label in np.unique(labels):
        within[labels == label] -= within[labels == label].mean(0)
    covariance = within.T @ within / len(within)
    diagonal = np.trace(covariance) / len(covariance)
    values, vectors = np.linalg.eigh((1 - shrinkage) * covariance + shrinkage * diagonal * np.eye(len(covariance)))
    full = vectors / np.sqrt(values)
    white = (scaled - mean) @ full
    values, vectors = np.linalg.eigh(white.T @ white / len(white))
    strongest = np.argsort(values)[::-1][:dimensions]
    matrix = full @ vectors[:, strongest]
    return Whitening((mean * spread).astype(np.float32), (matrix / spread[:, None]).astype(np.float32))


def head(name: str, whitening: Whitening) -> keras.layers.Dense:
    """A dense layer that starts as the whitening."""
    layer = keras.layers.Dense(whitening.matrix.shape[1], name=name)
    layer.build((None, POOLED))
    layer.set_weights([whitening.matrix, -whitening.mean @ whitening.matrix])
    return layer
