"""Averages the weights of several runs that began with the same backbone: a network between them, no further training."""
from __future__ import annotations

import argparse
import json
from pathlib import Path

import model


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with backbone/")
    parser.add_argument("--runs", nargs="+", required=True, metavar="RUN=SHARE", help="folders that train.py wrote, the first one, or exported .tflite files")
    parser.add_argument("--out", type=Path, required=True, help="folder for the weights")
    options = parser.parse_args()

    parts = [(Path(run), float(share)) for run, share in (part.rsplit("=", 1) for part in options.runs)]
    whole = sum(share for _, share in parts)
    trunk = model.trunk(options.data / "backbone" / model.BACKBONE, None)
    mean = [0.0] * len(trunk.get_weights())
    for run, share in parts:
        model.go_on(trunk, run)
        mean = [sum_ + share / whole * part for sum_, part in zip(mean, trunk.get_weights(), strict=True)]
    trunk.set_weights(mean)
    for variable in trunk.trainable_variables:
        if len(variable.shape) == 4:
            variable.assign(model.rounded(variable))
    options.out.mkdir(parents=True, exist_ok=True)
    trunk.save_weights(options.out / "trunk.weights.h5")
    recipe = json.loads((parts[0][0] / "recipe.json").read_text())
    (options.out / "recipe.json").write_text(json.dumps(recipe | {"averaged": options.runs}, indent=1) + "\n")


if __name__ == "__main__":
    main()
