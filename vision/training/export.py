"""Float weights -> full-integer `.tflite`, a float fall-back, and the sidecar that tells Java how to use them."""
from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import cv2
import numpy as np
import tensorflow as tf
from tensorflow import keras

import augment
import data
import gallery
import model
import train

DIMENSIONS = 512
DRAWN_EVERY = 8  # of the drawn products, one in so many speaks in the whitening, so that real photos count more
DRAWN_PICTURES = 6  # of each of those
LARGEST_BYTES = 5_000_000


def network(trunk: keras.Model, kernel: np.ndarray, bias: np.ndarray) -> keras.Model:
    """[1, size, size, 3] in [-1, 1] -> [1, D]: a trained trunk and its head as one graph."""
    x = keras.layers.Reshape((1, 1, model.POOLED))(trunk.output)
    head = keras.layers.Conv2D(kernel.shape[1], 1, name="embedding")  # a convolution: its weights quantise per channel
    x = keras.layers.Flatten()(head(x))
    head.set_weights([kernel[None, None], bias])
    return keras.Model(trunk.input, x)


def representative(photos: data.Photos, size: int, count: int = 400) -> Iterator[list[np.ndarray]]:
    """Inputs over which the converter measures ranges: whole photos and imitated views in turn."""
    random = np.random.default_rng(3)
    for number, index in enumerate(np.linspace(0, len(photos.images) - 1, count).astype(int)):
        image = photos.images[index]
        if number % 2:
            seen = augment.view(image, photos.images[-index], size, random).astype(np.float32) / 127.5 - 1.0
        else:
            seen = data.preprocess(image, size)
        yield [seen[None]]


def to_int8(net: keras.Model, photos: data.Photos, size: int) -> bytes:
    converter = tf.lite.TFLiteConverter.from_keras_model(net)
    converter.optimizations = [tf.lite.Optimize.DEFAULT]
    converter.representative_dataset = lambda: representative(photos, size)
    converter.target_spec.supported_ops = [tf.lite.OpsSet.TFLITE_BUILTINS_INT8]
    converter.inference_input_type = tf.int8
    converter.inference_output_type = tf.int8
    return converter.convert()


def to_float(net: keras.Model) -> bytes:
    """Float in, out and in between; weights stored in 8 bits, since in float16 they would pass LARGEST_BYTES."""
    converter = tf.lite.TFLiteConverter.from_keras_model(net)
    converter.optimizations = [tf.lite.Optimize.DEFAULT]
    return converter.convert()


class Embedder:
    """Runs a `.tflite` as Java does: quantise by the input tensor's parameters, dequantise by the output's."""

    def __init__(self, content: bytes):
        self.interpreter = tf.lite.Interpreter(model_content=content, num_threads=1)
        self.interpreter.allocate_tensors()
        self.input, self.output = self.interpreter.get_input_details()[0], self.interpreter.get_output_details()[0]

    def __call__(self, image: np.ndarray) -> np.ndarray:
        """RGB uint8 of any shape -> raw network output [D] as float32."""
        x = data.preprocess(image, int(self.input["shape"][1]))[None]
        if self.input["dtype"] != np.float32:
            scale, zero = self.input["quantization"]
            limits = np.iinfo(self.input["dtype"])
            x = np.clip(np.round(x / scale + zero), limits.min, limits.max).astype(self.input["dtype"])
        self.interpreter.set_tensor(self.input["index"], x)
        self.interpreter.invoke()
        y = self.interpreter.get_tensor(self.output["index"])[0]
        if self.output["dtype"] != np.float32:
            scale, zero = self.output["quantization"]
            y = (y.astype(np.float32) - zero) * scale
        return y


def embedding_head(trunk: keras.Model, photos: data.Photos, size: int) -> tuple[np.ndarray, np.ndarray]:
    """(kernel [POOLED, DIMENSIONS], bias): the trained features, whitened anew, at unit spread.

    Better than the head that trained with them, which has learned the training photos by heart; see RESULTS.md.
    """
    pooled = train.features(trunk, photos, size)
    whitening = model.whiten(pooled, photos.labels, DIMENSIONS)
    kernel, bias = whitening.matrix, -whitening.mean @ whitening.matrix
    spread = (pooled @ kernel + bias).std()
    return kernel / spread, bias / spread


def some(drawn: data.Photos) -> data.Photos:
    """The drawn pictures that whitening and the converter's ranges hear."""
    mask = np.zeros(len(drawn.labels), bool)
    for label in range(0, len(drawn.products), DRAWN_EVERY):
        own = np.flatnonzero(drawn.labels == label)
        mask[own[np.linspace(0, len(own) - 1, DRAWN_PICTURES).astype(int)]] = True
    return drawn.where(mask)


def backgrounds(embedder: Embedder, photos: data.Photos, rules: gallery.Rules, count: int) -> np.ndarray:
    """[count, D] outputs for corners of photos, out of focus: what surrounds products; the most different are kept."""
    random = np.random.default_rng(5)
    outputs = []
    for index in random.integers(0, len(photos.images), count * 6):
        image = photos.images[index]
        height, width = image.shape[0] // 4, image.shape[1] // 4
        top, left = random.integers(2) * (image.shape[0] - height), random.integers(2) * (image.shape[1] - width)
        outputs.append(embedder(cv2.GaussianBlur(image[top : top + height, left : left + width], (0, 0), 3)))
    outputs = np.stack(outputs)
    unit = gallery.embedding(outputs, rules)
    kept = [0]
    nearest = unit @ unit[0]
    while len(kept) < count:
        kept.append(int(nearest.argmin()))
        nearest = np.maximum(nearest, unit @ unit[kept[-1]])
    return outputs[kept]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with grocery-photos/ and backbone/")
    parser.add_argument("--drawn", type=Path, nargs="*", default=[], help="the drawn pictures that train.py learned from")
    parser.add_argument("--run", type=Path, required=True, help="folder that train.py wrote")
    parser.add_argument("--rules", type=Path, default=Path(__file__).with_name("rules.json"), help="gallery constants")
    parser.add_argument("--out", type=Path, required=True, help="folder for embedding.tflite and embedding.json")
    parser.add_argument("--version", required=True)
    parser.add_argument("--size", type=int, default=256)
    parser.add_argument("--backgrounds", type=int, default=64)
    options = parser.parse_args()

    tf.config.threading.set_intra_op_parallelism_threads(1)
    tf.config.threading.set_inter_op_parallelism_threads(1)
    photos = data.load(options.data / "grocery-photos" / "train")
    if json.loads((options.run / "recipe.json").read_text())["split"] == "develop":
        photos = train.development(photos, options.data / "backbone" / model.BACKBONE)
    rules = gallery.Rules.of(json.loads(options.rules.read_text()))
    trunk = model.trunk(options.data / "backbone" / model.BACKBONE, options.size)
    trunk.load_weights(options.run / "trunk.weights.h5")
    shown = photos
    for folder in options.drawn:
        shown = shown.joined(some(data.load(folder)))
    kernel, bias = embedding_head(trunk, shown, options.size)
    net = network(trunk, kernel, bias)

    options.out.mkdir(parents=True, exist_ok=True)
    whole, fallback = to_int8(net, shown, options.size), to_float(net)
    for name, content in (("embedding.tflite", whole), ("embedding-float.tflite", fallback)):
        if len(content) <= LARGEST_BYTES:
            (options.out / name).write_bytes(content)
        else:
            print(f"{name}: {len(content)} bytes, more than {LARGEST_BYTES}: not written")
    embedder = Embedder(whole)
    sidecar = {
        "version": options.version,
        "inputSize": options.size,
        "preprocess": "RGB; squash to inputSize x inputSize with INTER_AREA; real value = pixel / 127.5 - 1",
        "dimensions": kernel.shape[1],
        "sha256": hashlib.sha256(whole).hexdigest(),
        "gallery": asdict(rules),
        "backgrounds": [[round(float(x), 3) for x in row] for row in backgrounds(embedder, photos, rules, options.backgrounds)],
    }
    (options.out / "embedding.json").write_text(json.dumps(sidecar) + "\n")


if __name__ == "__main__":
    main()
