package pannier.gate.mass;

import java.util.List;
import java.util.Optional;
import pannier.domain.catalogue.Product;
import pannier.domain.mass.Mass;
import pannier.domain.mass.MassSpread;
import pannier.domain.mass.NewPack;

/**
 * What weighings teach of one piece of a product. Those that agree with the catalogue refine its
 * mean and spread a little, as if the catalogue's were ten weighings. Three in a row from different
 * trips that agree with each other, and not with the catalogue, are another pack: their mean
 * replaces the catalogue's. Neither may lead far away.
 *
 * @param learnt mean and spread of one piece
 * @param weighings that it rests on
 * @param newPack the pack changed
 */
record Lesson(Product product, MassSpread learnt, int weighings, boolean newPack) {
  /** So many make a lesson. */
  private static final int LEAST = 8;

  /** So many make a new pack: staff have named each of them, as no cart books what weighs so. */
  private static final int IN_A_ROW = 3;

  /** What the catalogue says counts as much as so many weighings. */
  private static final double CATALOGUE_WEIGHS = 10;

  /** A mean is refined by at most so many of the catalogue's standard deviations. */
  private static final double MOST_SIGMAS = 2;

  /** A spread by at most this factor. */
  private static final double MOST_FACTOR = 2;

  private static final double LEAST_SPREAD_GRAMS = 0.3;

  /**
   * @param weighings of the product, oldest first
   * @return empty if they are too few
   */
  static Optional<Lesson> of(Product product, List<Weighing> weighings) {
    MassSpread known = product.pieceMass();
    Optional<MassSpread> pack = newPack(known, weighings);
    MassSpread base = pack.orElse(known);
    double variance = base.varianceGrams2();
    List<Weighing> fitting =
        weighings.stream().filter(it -> it.fits(base.mean().grams(), variance)).toList();
    if (pack.isEmpty() && fitting.size() < LEAST) {
      return Optional.empty();
    }
    MassSpread learnt = fitting.size() < LEAST ? base : refined(base, fitting);
    return Optional.of(new Lesson(product, learnt, fitting.size(), pack.isPresent()));
  }

  /** While both packs are sold, the last that came three times in a row is the one. */
  private static Optional<MassSpread> newPack(MassSpread known, List<Weighing> weighings) {
    for (int end = weighings.size(); end >= IN_A_ROW; end--) {
      List<Weighing> row = weighings.subList(end - IN_A_ROW, end);
      if (row.stream().allMatch(it -> it.fits(known.mean().grams(), known.varianceGrams2()))) {
        return Optional.empty();
      }
      Optional<MassSpread> other = otherPack(known, row);
      if (other.isPresent()) {
        return other;
      }
    }
    return Optional.empty();
  }

  /** Its mean, with the catalogue's spread in proportion. */
  private static Optional<MassSpread> otherPack(MassSpread known, List<Weighing> row) {
    double grams = row.stream().mapToDouble(Weighing::grams).sum();
    double mean = grams / row.stream().mapToInt(Weighing::pieces).sum();
    double share = mean / known.mean().grams();
    double spread = known.standardDeviationGrams() * share;
    boolean apart = row.stream().map(Weighing::tripId).distinct().count() == IN_A_ROW;
    boolean other =
        row.stream().noneMatch(it -> it.fits(known.mean().grams(), known.varianceGrams2()));
    boolean alike = row.stream().allMatch(it -> it.fits(mean, spread * spread));
    return apart && other && alike && NewPack.isPossible(share)
        ? Optional.of(new MassSpread(Mass.ofGrams(mean), spread))
        : Optional.empty();
  }

  private static MassSpread refined(MassSpread base, List<Weighing> weighings) {
    double was = base.mean().grams();
    double weight = CATALOGUE_WEIGHS;
    double sum = CATALOGUE_WEIGHS * was;
    for (Weighing weighing : weighings) {
      weight += weighing.pieces();
      sum += weighing.grams();
    }
    double most = MOST_SIGMAS * Math.max(base.standardDeviationGrams(), LEAST_SPREAD_GRAMS);
    double mean = Math.clamp(sum / weight, was - most, was + most);
    double count = CATALOGUE_WEIGHS;
    double spreads = CATALOGUE_WEIGHS * base.varianceGrams2();
    for (Weighing weighing : weighings) {
      count++;
      spreads += weighing.spreadGrams2(mean);
    }
    double least = Math.max(LEAST_SPREAD_GRAMS, base.standardDeviationGrams() / MOST_FACTOR);
    double widest = Math.max(least, base.standardDeviationGrams() * MOST_FACTOR);
    return new MassSpread(
        Mass.ofGrams(mean), Math.clamp(Math.sqrt(spreads / count), least, widest));
  }
}
