package pannier.gate.audit;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import pannier.domain.audit.Risk;
import pannier.domain.audit.Sign;
import pannier.domain.money.Money;
import pannier.wire.FrozenBill;
import pannier.wire.RiskClaim;

/**
 * Draws bills for spot checks. One lot a trip is compared with each attempt's odds; a trip that
 * staff have looked at is not drawn again. Safe for use by many threads if its random is.
 */
public final class Drawing {
  private final Odds odds;
  private final RandomGenerator random;

  /**
   * @param random gives the lots; a shop's is not to be foretold
   */
  public Drawing(Odds odds, RandomGenerator random) {
    this.odds = odds;
    this.random = random;
  }

  /**
   * Draws.
   *
   * @param totalMinor what it comes to at the gate
   * @param before what was drawn for the trip's attempts, in their order
   * @param tally what checks found so far
   */
  public Draw draw(FrozenBill bill, long totalMinor, List<Checked> before, Tally tally) {
    RiskClaim claim = bill.terms().risk();
    long amount = Risk.hundredths(new Money(totalMinor, Currency.getInstance(bill.currency())));
    Risk risk = Risk.of(sign -> sign == Sign.AMOUNT ? amount : claim.count(sign.code()));
    List<Draw.Reason> reasons =
        risk.reasons().stream()
            .map(
                it ->
                    new Draw.Reason(
                        it.sign().code(),
                        it.count(),
                        it.points(),
                        odds.more(it.sign(), it.points(), tally)))
            .toList();
    int together = odds.together(reasons.stream().mapToInt(Draw.Reason::morePpm).sum());
    Draw.Lot lot = new Draw.Lot(lot(before), together);
    boolean seen = before.stream().anyMatch(it -> it.finding().isPresent());
    return new Draw(bill.key(), lot, lot.hit() && !seen, risk.score(), reasons);
  }

  private int lot(List<Checked> before) {
    return before.isEmpty()
        ? random.nextInt(Odds.CERTAIN_PPM)
        : before.getFirst().draw().lot().ppm();
  }

  /**
   * A draw, and what came of it.
   *
   * @param finding empty: nobody has looked, or it was not drawn
   */
  public record Checked(Draw draw, Optional<Finding> finding) {
    /** It is not paid before staff have looked. */
    public boolean waits() {
      return draw.drawn() && finding.isEmpty();
    }

    public boolean wrong() {
      return finding.isPresent() && finding.get().wrong();
    }
  }
}
