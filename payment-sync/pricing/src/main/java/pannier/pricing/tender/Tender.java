package pannier.pricing.tender;

import java.util.Optional;
import java.util.Set;
import pannier.domain.money.Money;
import pannier.pricing.tax.Rate;

/**
 * One means of payment as the shopper offers it.
 *
 * @param limit what is on it, or what the shopper chose; empty: it pays what is left
 */
public record Tender(TenderKind kind, Optional<Money> limit, Reach reach) {
  public Tender {
    if (limit.isPresent() && limit.get().minor() < 0) {
      throw new IllegalArgumentException("a tender of " + limit.get());
    }
    if (kind == TenderKind.SNAP && !(reach instanceof Reach.Whole)) {
      throw new IllegalArgumentException("food benefits go where they save most tax");
    }
  }

  /** A tender that may pay anything that its kind may pay. */
  public static Tender of(TenderKind kind, Optional<Money> limit) {
    return new Tender(kind, limit, new Reach.Whole());
  }

  /** What of the bill it is for. */
  public sealed interface Reach {
    record Whole() implements Reach {}

    /** Some lines, with their tax and deposit: one of several payers. */
    record Lines(Set<Integer> lines) implements Reach {
      public Lines {
        lines = Set.copyOf(lines);
      }
    }

    /** A share of what food benefits and payers of lines leave. */
    record Share(Rate part) implements Reach {}
  }

  boolean open() {
    return limit.isEmpty() && reach instanceof Reach.Whole;
  }

  long limitMinor() {
    return limit.map(Money::minor).orElse(Long.MAX_VALUE);
  }
}
