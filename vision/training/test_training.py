"""Run with `python -m unittest` in this folder; needs no photos."""
import json
import unittest
from dataclasses import replace
from pathlib import Path

import numpy as np
from tensorflow import keras

import augment
import gallery
import split
from backbone import BLOCKS, FEATURES
from export import LARGEST_BYTES, Embedder
from model import POOLED, cut, rounded, whiten

HERE = Path(__file__).parent
MODEL = HERE.parent / "src/main/resources/pannier/vision/model"


def pictures(count: int) -> list[np.ndarray]:
    """Smooth coloured shapes, 200 x 160 pixels."""
    random = np.random.default_rng(1)
    rows, columns = np.mgrid[0:200, 0:160]
    result = []
    for _ in range(count):
        waves = [np.sin(rows * random.uniform(0, 0.1) + columns * random.uniform(0, 0.1) + random.uniform(0, 6)) for _ in range(3)]
        result.append((127.5 + 120 * np.stack(waves, axis=-1)).astype(np.uint8))
    return result


class Model(unittest.TestCase):
    def test_int8_agrees_with_float(self):
        small, exact = (Embedder((MODEL / name).read_bytes()) for name in ("embedding.tflite", "embedding-float.tflite"))
        for picture in pictures(20):
            a, b = gallery.unit(small(picture)[None])[0], gallery.unit(exact(picture)[None])[0]
            self.assertGreater(float(a @ b), 0.85)

    def test_neither_file_is_too_large(self):
        for name in ("embedding.tflite", "embedding-float.tflite"):
            self.assertLessEqual((MODEL / name).stat().st_size, LARGEST_BYTES)

    def test_sidecar_describes_the_model(self):
        sidecar = json.loads((MODEL / "embedding.json").read_text())
        embedder = Embedder((MODEL / "embedding.tflite").read_bytes())
        self.assertEqual(sidecar["inputSize"], embedder.input["shape"][1])
        self.assertEqual(sidecar["dimensions"], embedder.output["shape"][1])
        self.assertEqual(sidecar["dimensions"], len(sidecar["backgrounds"][0]))


class Rounding(unittest.TestCase):
    def test_each_channel_lies_on_its_own_grid_of_127_steps(self):
        random = np.random.default_rng(3)
        for shape, channel in (((3, 3, 4, 8), 3), ((3, 3, 8, 1), 2)):
            kernel = random.normal(size=shape).astype(np.float32) * np.linspace(0.1, 5, 8).reshape([8 if i == channel else 1 for i in range(4)])
            result = rounded(kernel).numpy()
            for number in range(8):
                own, was = np.take(result, number, channel), np.take(kernel, number, channel)
                steps = own / np.abs(was).max() * 127
                np.testing.assert_allclose(steps, np.round(steps), atol=1e-3)
                self.assertLessEqual(float(np.abs(own - was).max()), float(np.abs(was).max()) / 127 * 0.501)


class GalleryRules(unittest.TestCase):
    def setUp(self):
        self.rules = gallery.Rules.of(json.loads((HERE / "gallery-golden-claim.json").read_text())["rules"])
        random = np.random.default_rng(2)
        self.references = {name: gallery.unit(random.normal(size=(4, 16))) for name in "abcdef"}
        self.backgrounds = gallery.unit(random.normal(size=(3, 16)))

    def built(self, references, **changed):
        return gallery.Gallery(references, self.backgrounds, replace(self.rules, **changed))

    def test_goldens_are_what_the_reference_computes(self):
        for name, options in gallery.GOLDEN.items():
            stored, computed = json.loads((HERE / name).read_text()), gallery.golden(*options)
            np.testing.assert_allclose(stored["probabilities"], computed["probabilities"], atol=1e-9)

    def test_probabilities_sum_to_one_even_with_one_product_or_one_reference(self):
        query = gallery.unit(np.random.default_rng(3).normal(size=(5, 16)))
        for names, count in (("a", 4), ("a", 1), ("ab", 1), ("abcdef", 4)):
            built = self.built({name: self.references[name][:count] for name in names})
            np.testing.assert_allclose(built.probabilities(query).sum(axis=1), 1.0)

    def test_a_reference_finds_its_own_product(self):
        built = self.built(self.references)
        for name, rows in self.references.items():
            self.assertTrue((built.probabilities(rows)[:, :-1].argmax(axis=1) == built.products.index(name)).all())

    def test_tighter_products_carry_the_larger_handicap(self):
        tight = gallery.unit(self.references["a"][:1] + 0.05 * np.random.default_rng(4).normal(size=(4, 16)))
        built = self.built(self.references | {"tight": tight})
        self.assertEqual(built.products[built.handicap.argmax()], "tight")


class Development(unittest.TestCase):
    def test_scenes_keep_a_cluster_whole(self):
        random = np.random.default_rng(5)
        shelf = np.repeat(np.arange(4), 10)
        pooled = random.normal(size=(4, POOLED))[shelf] + 0.01 * random.normal(size=(40, POOLED))
        folds = split.scenes(np.abs(pooled), np.zeros(40, int))
        for number in range(4):
            self.assertEqual(len(np.unique(folds[shelf == number])), 1)

    def test_whitening_spreads_products_alike(self):
        random = np.random.default_rng(6)
        labels = np.repeat(np.arange(20), 10)
        features = random.normal(size=(20, POOLED))[labels] + random.normal(size=(200, POOLED)) * np.linspace(0.1, 3, POOLED)
        white = whiten(features, labels, 19)
        rows = (features - white.mean) @ white.matrix
        self.assertEqual(rows.shape, (200, 19))
        np.testing.assert_allclose(rows.mean(axis=0), 0, atol=1e-2 * np.abs(rows).max())

    def test_pooled_width_is_the_sum_of_its_parts(self):
        self.assertEqual(POOLED, BLOCKS[9][1] + BLOCKS[12][1] + BLOCKS[15][1] + FEATURES)

    def test_with_nothing_frozen_every_weight_trains(self):
        images = keras.Input((4,))
        whole = keras.Model(images, keras.layers.Dense(2)(keras.layers.Dense(3, name="block00")(images)))
        for frozen, trained in ((0, 4), (1, 2)):
            stem, body = cut(whole, frozen)
            self.assertEqual(len(body.trainable_variables), trained)
            seen = np.ones((1, 4), np.float32)
            np.testing.assert_allclose(body(stem(seen)), whole(seen), rtol=1e-6)

    def test_a_view_is_the_same_for_the_same_seed(self):
        first, second = pictures(2)
        views = [augment.view(first, second, 96, np.random.default_rng(7)) for _ in range(2)]
        self.assertEqual(views[0].shape, (96, 96, 3))
        np.testing.assert_array_equal(views[0], views[1])


if __name__ == "__main__":
    unittest.main()
