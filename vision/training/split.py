"""Cuts each product's photos by scene, so that development tests on shops and light that training did not see.

Photos of one product come in runs of the same shelf: with neighbours on both sides of a split even the untouched ImageNet
backbone finds 97 % of the products, against 74 % on another shop's photos. Cut between clusters of look-alike photos it
finds 74 % here too.
"""
from __future__ import annotations

import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage

from backbone import BLOCKS, FEATURES
from gallery import unit

FOLDS = 4
SIZE = 224  # pixels, at which scenes are compared
LAST_SHARE = 0.28  # of a product's photos that the last fold should hold
_MIDDLE = slice(BLOCKS[9][1], BLOCKS[9][1] + BLOCKS[12][1])  # where block 12 lies in the pooled features


def scenes(pooled: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Folds 0..3 [photos], from the untouched backbone's pooled features [photos, POOLED].

    Ward's clustering into four scenes a product; those that together come nearest to LAST_SHARE are the last fold.
    """
    looks = np.concatenate([unit(pooled[:, -FEATURES:]), unit(pooled[:, _MIDDLE])], axis=1)
    folds = np.zeros(len(labels), int)
    for label in np.unique(labels):
        members = np.flatnonzero(labels == label)
        cluster = fcluster(linkage(looks[members], "ward"), FOLDS, "maxclust") - 1
        sizes = np.bincount(cluster, minlength=FOLDS)
        order = np.argsort(-sizes)
        share = sizes[order] / len(members)
        chosen = min(range(1, 2**FOLDS - 1), key=lambda bits: abs(_total(share, bits) - LAST_SHARE))
        rest = [rank for rank in range(FOLDS) if not chosen >> rank & 1]
        fold_of_rank = [FOLDS - 1 if chosen >> rank & 1 else min(rest.index(rank), FOLDS - 2) for rank in range(FOLDS)]
        fold_of_cluster = np.empty(FOLDS, int)
        fold_of_cluster[order] = fold_of_rank
        folds[members] = fold_of_cluster[cluster]
    return folds


def _total(share: np.ndarray, bits: int) -> float:
    return float(sum(part for rank, part in enumerate(share) if bits >> rank & 1))
