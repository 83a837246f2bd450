"""The ImageNet MobileNetV2 backbone, read from a quantised .tflite file into a float Keras graph.

The file's batch norms are already folded into its convolutions, so the graph here is convolution + bias
+ ReLU6 and nothing else: training and inference compute the same thing, and int8 export has nothing to fold.
"""
from __future__ import annotations

from pathlib import Path

import numpy as np
import tensorflow as tf
from tensorflow import keras

# (expansion, output channels, repeats, first stride) of MobileNetV2 1.0's inverted residual stages
STAGES = ((1, 16, 1, 1), (6, 24, 2, 2), (6, 32, 3, 2), (6, 64, 4, 2), (6, 96, 3, 1), (6, 160, 3, 2), (6, 320, 1, 1))
BLOCKS = tuple(
    (expansion, channels, stride if repeat == 0 else 1)
    for expansion, channels, repeats, stride in STAGES
    for repeat in range(repeats)
)
FEATURES = 1280


def read_convolutions(path: Path) -> list[tuple[np.ndarray, np.ndarray]]:
    """Returns (kernel, bias) of every convolution in the file's order, dequantised to float32.

    Kernels come in Keras layout: [h, w, in, out], depthwise [h, w, channels, 1].
    """
    if not path.is_file():
        raise SystemExit(f"{path}: no backbone file there")
    interpreter = tf.lite.Interpreter(
        str(path),
        experimental_op_resolver_type=tf.lite.experimental.OpResolverType.BUILTIN_WITHOUT_DEFAULT_DELEGATES,
    )
    details = {tensor["index"]: tensor for tensor in interpreter.get_tensor_details()}

    def dequantised(index: int) -> np.ndarray:
        parameters = details[index]["quantization_parameters"]
        stored = interpreter.tensor(index)().astype(np.float64)
        if not len(parameters["scales"]):
            return stored.astype(np.float32)
        shape = [1] * stored.ndim
        if len(parameters["scales"]) > 1:
            shape[parameters["quantized_dimension"]] = -1
        zero, scale = (parameters[key].astype(np.float64).reshape(shape) for key in ("zero_points", "scales"))
        return ((stored - zero) * scale).astype(np.float32)

    interpreter.allocate_tensors()
    convolutions = []
    for operation in interpreter._get_ops_details():
        if operation["op_name"] not in ("CONV_2D", "DEPTHWISE_CONV_2D"):
            continue
        _, kernel_index, bias_index = (int(index) for index in operation["inputs"])
        order = (1, 2, 3, 0)
        convolutions.append((dequantised(kernel_index).transpose(order), dequantised(bias_index)))
    return convolutions


class Builder:
    """Lays convolutions in the file's order and takes their weights from it one by one."""

    def __init__(self, convolutions: list[tuple[np.ndarray, np.ndarray]]):
        self.convolutions = convolutions
        self.next = 0
        self.weights: list[tuple[keras.layers.Layer, tuple[np.ndarray, np.ndarray]]] = []

    def _add(self, layer: keras.layers.Layer, x):
        self.weights.append((layer, self.convolutions[self.next]))
        self.next += 1
        return layer(x)

    def convolution(self, x, filters: int, size: int = 1, stride: int = 1, relu: bool = True):
        x = self._add(
            keras.layers.Conv2D(filters, size, stride, padding="same", name=f"conv{self.next:02d}"), x
        )
        return keras.layers.ReLU(6.0, name=f"relu{self.next - 1:02d}")(x) if relu else x

    def depthwise(self, x, stride: int):
        x = self._add(
            keras.layers.DepthwiseConv2D(3, stride, padding="same", name=f"conv{self.next:02d}"), x
        )
        return keras.layers.ReLU(6.0, name=f"relu{self.next - 1:02d}")(x)

    def block(self, x, expansion: int, channels: int, stride: int):
        """One inverted residual block."""
        y = self.convolution(x, x.shape[-1] * expansion) if expansion > 1 else x
        y = self.depthwise(y, stride)
        y = self.convolution(y, channels, relu=False)
        if stride == 1 and x.shape[-1] == channels:
            y = keras.layers.Add(name=f"add{self.next - 1:02d}")([x, y])
        return y

    def load(self) -> None:
        for layer, (kernel, bias) in self.weights:
            layer.set_weights([kernel, bias])
