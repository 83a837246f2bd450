package pannier.domain.evidence;

import pannier.domain.mass.MassSpread;

/**
 * A lasting change of the load, between two settled levels.
 *
 * @param startNanos when the load left the old level
 * @param settledNanos when the new level was known
 * @param change signed change with the uncertainty of both levels
 * @param acrossFraction where the changed load lies from left (0) to right (1)
 * @param alongFraction where it lies from front (0) to rear (1)
 */
public record WeightStep(
    long startNanos,
    long settledNanos,
    MassSpread change,
    double acrossFraction,
    double alongFraction) {}
