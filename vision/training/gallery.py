"""How a gallery turns one embedding into probabilities: the reference that the Java port repeats. See GALLERY.md."""
from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

TINY = 1e-12
METRIC_ROWS = 10_000  # about so many references tell how they spread
NEWTON_STEPS = 25
RIVALS = 8  # so many products come near one at most
HEARD = 6  # so many of a product's references tell what it is taken for
RIDGE = 1e-3  # keeps the fit finite when known and unknown do not overlap


@dataclass(frozen=True)
class Rules:
    """Constants that ship with a model, in its sidecar's `gallery` object."""

    blocks: tuple[tuple[int, int, float], ...]  # (offset, length, weight) of the network's output; weights' sum is 1
    pooling: float  # beta: 0 would average a product's references, infinity takes the nearest
    own_weight: float  # gamma: how much of a product's own tightness is taken off its score
    own_prior: float  # as many imagined references of average tightness
    temperature: float  # score difference -> log odds between products
    rivals: int  # how many runners-up the leader is held against
    lead_weight: float  # kappa: weight of the lead over the runners-up in the claim
    claim_handicap: float  # how many times its handicap is taken off the leader's claim, beyond the once in its score
    prior_known: tuple[float, ...]  # claims of known and unknown things in development, as imagined observations
    prior_unknown: tuple[float, ...]
    prior_weight: float  # total weight of each of the two imagined sets
    unknown_share: float  # how often a thing that is shown is in no gallery
    sample: int  # at most so many references speak in the calibration
    views_common: float = 1.0  # share of a view's error that all views of one item have in common
    clarity_power: float = 0.0  # how fast the trust in an item's views falls with the quality of the best one
    metric_references: float = np.inf  # imagined references that spread alike in all directions; infinite: plain cosine
    metric_products: float = np.inf  # imagined products around 0
    look_alikes: float = 0.0  # temperature at which references are told apart, to learn what is taken for what; 0: not at all

    @staticmethod
    def of(values: dict) -> Rules:
        """From a sidecar's `gallery` object, or from `rules.json`."""
        blocks = tuple((int(offset), int(length), float(weight)) for offset, length, weight in values["blocks"])
        lists = {key: tuple(values[key]) for key in ("prior_known", "prior_unknown")}
        return Rules(**({"claim_handicap": 0.0} | values | lists | {"blocks": blocks}))


def unit(rows: np.ndarray) -> np.ndarray:
    """Each row divided by its length; a zero row stays zero."""
    return rows / np.maximum(np.linalg.norm(rows, axis=-1, keepdims=True), TINY)


def embedding(outputs: np.ndarray, rules: Rules) -> np.ndarray:
    """Network outputs [n, D] -> unit embeddings [n, D]: each block to length sqrt(weight)."""
    return np.concatenate(
        [np.sqrt(weight) * unit(outputs[:, offset : offset + length]) for offset, length, weight in rules.blocks], axis=1
    )


class Metric:
    """How a gallery compares embeddings: after `turn`, the inner product is the cosine that counts.

    Differences from the products' mean, in a space in which pictures of one product spread alike in all directions.
    """

    def __init__(self, rows: np.ndarray, owner: np.ndarray, rules: Rules):
        """`rows` [n, D], ordered by `owner` [n], the product's number."""
        self.mean, self.factor = np.zeros(rows.shape[1]), np.eye(rows.shape[1])
        if np.isinf(rules.metric_references):
            return
        every = -(-len(rows) // METRIC_ROWS)
        heard = owner % every == 0
        rows, owner = rows[heard], np.unique(owner[heard], return_inverse=True)[1]
        means = np.stack([rows[owner == product].mean(axis=0) for product in range(owner.max() + 1)])
        within = rows - means[owner]
        freedom = len(rows) - len(means)
        scatter = within.T @ within
        usual = np.trace(scatter) / len(scatter) / freedom if np.trace(scatter) > 0 else 1.0
        covariance = scatter / usual + rules.metric_references * np.eye(len(scatter))
        self.mean = means.sum(axis=0) / (len(means) + rules.metric_products)
        self.factor = np.linalg.cholesky(np.linalg.inv(covariance / (rules.metric_references + freedom)))

    def turn(self, embeddings: np.ndarray) -> np.ndarray:
        return unit((embeddings - self.mean) @ self.factor)


class Gallery:
    """References of some products, calibrated from themselves. Immutable; enrolling builds another."""

    def __init__(self, references: dict[str, np.ndarray], backgrounds: np.ndarray, rules: Rules):
        """`references`: product -> unit embeddings [n, D], n >= 1; `backgrounds`: unit embeddings [b, D], b >= 0."""
        if not references:
            raise ValueError("a gallery needs at least one product")
        self.rules = rules
        self.products = tuple(sorted(references))
        rows = np.concatenate([references[product] for product in self.products])
        self.owner = np.repeat(np.arange(len(self.products)), [len(references[product]) for product in self.products])
        self.counts = np.bincount(self.owner)
        self.metric = Metric(rows, self.owner, rules)
        self.rows = self.metric.turn(rows)
        self.backgrounds = self.metric.turn(backgrounds)
        tightness = self._tightness()
        self.handicap = rules.own_weight * (tightness - tightness.mean())
        self.slope, self.offset = self._calibrate()
        self.truly = self._look_alikes() if rules.look_alikes > 0 else np.eye(len(self.products))

    def scores(self, queries: np.ndarray) -> np.ndarray:
        """[q, D] -> [q, P]: softly pooled similarity to each product's references, less the product's handicap."""
        return self._pool(self._near(self.metric.turn(queries)), self.counts) - self.handicap

    def probabilities(self, queries: np.ndarray) -> np.ndarray:
        """[q, D] -> [q, P + 1]: over `products`, then unknown; rows sum to 1."""
        scores = self.scores(queries)
        behind = self.metric.turn(queries) @ self.backgrounds.T
        known = _logistic(self.slope * self._claim(scores, behind) + self.offset)
        shares = _shares(scores, self.rules.temperature)
        shares = known[:, None] * shares + (1.0 - known[:, None]) * (shares @ self.truly)
        return np.column_stack([known[:, None] * shares, 1.0 - known])

    def _look_alikes(self) -> np.ndarray:
        """[P, P], rows sum to 1: how likely what looks like the row's product is the column's.

        From references, each left out and told from its product's nearest rivals.
        """
        products = len(self.products)
        prototypes = unit(np.stack([self.rows[self.owner == product].mean(axis=0) for product in range(products)]))
        taken = np.eye(products)
        for product in np.flatnonzero(self.counts > 1):
            near = prototypes @ prototypes[product]
            near[product] = -np.inf
            rivals = np.argsort(-near, kind="stable")[: min(RIVALS, products - 1)]
            own = self.rows[self.owner == product]
            heard = np.arange(0, len(own), -(-len(own) // HEARD))
            sums = self._sums(self._near(own[heard]))
            alone = np.exp(self.rules.pooling * (own[heard] @ own.T - 1.0))[np.arange(len(heard)), heard]
            counts = np.broadcast_to(self.counts, sums.shape).copy()
            sums[:, product] -= alone
            counts[:, product] -= 1
            contest = np.append(rivals, product)
            scores = (self._logarithm(sums / counts) - self.handicap)[:, contest]
            taken[product] = 0.0
            taken[product, contest] = _shares(scores, self.rules.look_alikes).mean(axis=0)
        return (taken / taken.sum(axis=0)).T

    def _near(self, queries: np.ndarray) -> np.ndarray:
        """exp(beta (cosine - 1)) of each turned query to each reference [q, n]."""
        return np.exp(self.rules.pooling * (queries @ self.rows.T - 1.0))

    def _sums(self, near: np.ndarray) -> np.ndarray:
        return np.add.reduceat(near, np.concatenate([[0], np.cumsum(self.counts)[:-1]]), axis=1)

    def _pool(self, near: np.ndarray, counts: np.ndarray) -> np.ndarray:
        return self._logarithm(self._sums(near) / counts)

    def _logarithm(self, mean: np.ndarray) -> np.ndarray:
        return 1.0 + np.log(np.maximum(mean, TINY)) / self.rules.pooling

    def _tightness(self) -> np.ndarray:
        """[P]: mean score of a product's references against its other references, drawn towards all products' mean."""
        total = np.zeros(len(self.products))
        for product in np.flatnonzero(self.counts > 1):
            rows = self.rows[self.owner == product]
            near = np.exp(self.rules.pooling * (rows @ rows.T - 1.0))
            np.fill_diagonal(near, 0.0)
            total[product] = self._logarithm(near.sum(axis=1) / (len(rows) - 1)).sum()
        several = self.counts > 1
        if not several.any():
            return np.zeros(len(self.products))
        usual = (total[several] / self.counts[several]).mean()
        heard = np.where(several, self.counts, 0)
        return (total + self.rules.own_prior * usual) / (heard + self.rules.own_prior)

    def _claim(self, scores: np.ndarray, background: np.ndarray) -> np.ndarray:
        """[q]: how strongly the leader claims a query: its score plus kappa times its lead over the runners-up,
        less its handicap some more times.

        `scores` [q, P] of products, minus infinity for one left out; `background` [q, B] of backgrounds, which run
        up but never lead.
        """
        ranked = -np.sort(-scores, axis=1)
        behind = -np.sort(-np.concatenate([ranked[:, 1:], background], axis=1), axis=1)[:, : self.rules.rivals]
        present = np.isfinite(behind)
        count = present.sum(axis=1)
        mean = np.where(present, behind, 0.0).sum(axis=1) / np.maximum(count, 1)
        lead = np.where(count > 0, ranked[:, 0] - mean, 0.0)
        handicap = self.handicap[scores.argmax(axis=1)]
        return ranked[:, 0] + self.rules.lead_weight * lead - self.rules.claim_handicap * handicap

    def _calibrate(self) -> tuple[float, float]:
        """(slope, offset) of the logistic curve from claim to the probability of being known.

        Known: references, each with itself left out. Unknown: the same references, each with its whole product left
        out. The imagined observations that ship with the model keep a small gallery sane.
        """
        picked = np.arange(0, len(self.rows), -(-len(self.rows) // self.rules.sample))
        index, owner = np.arange(len(picked)), self.owner[picked]
        background = self.rows[picked] @ self.backgrounds.T
        near = self._near(self.rows[picked])
        sums = self._sums(near)
        others = self.counts[owner] - 1
        mean = sums / self.counts
        mean[index, owner] = (sums[index, owner] - near[index, picked]) / np.maximum(others, 1)
        scores = self._logarithm(mean) - self.handicap
        known = self._claim(scores[others > 0], background[others > 0])
        unknown = np.zeros(0)
        if len(self.products) > 1:
            scores[index, owner] = -np.inf
            unknown = self._claim(scores, background)
        share = self.rules.unknown_share
        known, known_weight = self._with_imagined(known, self.rules.prior_known, 1.0 - share)
        unknown, unknown_weight = self._with_imagined(unknown, self.rules.prior_unknown, share)
        return _fit_logistic(
            np.concatenate([known, unknown]),
            np.concatenate([np.ones(len(known)), np.zeros(len(unknown))]),
            np.concatenate([known_weight, unknown_weight]),
        )

    def _with_imagined(self, own: np.ndarray, imagined: tuple[float, ...], total: float):
        """Own and imagined claims, with weights that sum to `total`."""
        weight = np.concatenate([np.ones(len(own)), np.full(len(imagined), self.rules.prior_weight / len(imagined))])
        return np.concatenate([own, imagined]), weight * (total / weight.sum())


def _shares(scores: np.ndarray, temperature: float) -> np.ndarray:
    weights = np.exp(temperature * (scores - scores.max(axis=1, keepdims=True)))
    return weights / weights.sum(axis=1, keepdims=True)


def _logistic(x: np.ndarray) -> np.ndarray:
    return 1.0 / (1.0 + np.exp(-np.clip(x, -500.0, 500.0)))


def _fit_logistic(claims: np.ndarray, known: np.ndarray, weight: np.ndarray) -> tuple[float, float]:
    """Weighted logistic regression of `known` (0 or 1) on `claims`; weights sum to 1. Returns (slope, offset)."""
    middle = (weight * claims).sum()
    spread = np.sqrt((weight * (claims - middle) ** 2).sum()) + TINY
    x = (claims - middle) / spread
    slope, offset = 1.0, 0.0
    for _ in range(NEWTON_STEPS):
        p = _logistic(slope * x + offset)
        gap, curve = weight * (p - known), weight * p * (1.0 - p)
        g_slope, g_offset = (gap * x).sum() + RIDGE * slope, gap.sum()
        h_slope, h_both, h_offset = (curve * x * x).sum() + RIDGE, (curve * x).sum(), curve.sum() + RIDGE
        determinant = h_slope * h_offset - h_both * h_both
        slope -= (h_offset * g_slope - h_both * g_offset) / determinant
        offset -= (h_slope * g_offset - h_both * g_slope) / determinant
    return slope / spread, offset - slope * middle / spread


GOLDEN = {"gallery-golden.json": (0.0,), "gallery-golden-claim.json": (4.0,), "gallery-golden-metric.json": (4.0, 5.0), "gallery-golden-look-alikes.json": (4.0, 5.0, 8.0)}


def golden(claim_handicap: float, metric_references: float = np.inf, look_alikes: float = 0.0) -> dict:
    """A small gallery with its expected probabilities, for the Java port's test. All numbers rounded before use."""
    random = np.random.default_rng(20)
    rules = Rules(
        blocks=((0, 10, 0.6), (10, 6, 0.4)), pooling=10.0, own_weight=0.4, own_prior=3.0, temperature=12.0, rivals=3,
        lead_weight=1.0, claim_handicap=claim_handicap, prior_known=(0.6, 0.9, 1.2), prior_unknown=(0.1, 0.3, 0.6), prior_weight=6.0,
        unknown_share=0.2, sample=20, metric_references=metric_references, metric_products=2.0,
        look_alikes=look_alikes,
    )  # fmt: skip
    centres = random.normal(size=(6, 16))
    counts = (4, 4, 4, 4, 2, 1)
    outputs = {
        f"product-{i}": np.round(centres[i] + 0.6 * random.normal(size=(count, 16)), 3)
        for i, count in enumerate(counts)
    }
    background_outputs = np.round(random.normal(size=(4, 16)), 3)
    queries = np.round(np.concatenate([centres[:4] + 0.7 * random.normal(size=(4, 16)), random.normal(size=(1, 16))]), 3)
    references = {product: embedding(rows, rules) for product, rows in outputs.items()}
    gallery = Gallery(references, embedding(background_outputs, rules), rules)
    return {
        "rules": {
            key: value
            for key, value in asdict(rules).items()
            if (not key.startswith("metric_") or np.isfinite(metric_references)) and (key != "look_alikes" or look_alikes)
        },
        "outputs": {product: rows.tolist() for product, rows in outputs.items()},
        "backgrounds": background_outputs.tolist(),
        "queries": queries.tolist(),
        "products": list(gallery.products),
        "handicap": gallery.handicap.tolist(),
        "slope": gallery.slope,
        "offset": gallery.offset,
        "scores": gallery.scores(embedding(queries, rules)).tolist(),
        "probabilities": gallery.probabilities(embedding(queries, rules)).tolist(),
    }


if __name__ == "__main__":
    for name, options in GOLDEN.items():
        Path(__file__).with_name(name).write_text(json.dumps(golden(*options), indent=1) + "\n")
