package pannier.domain.basket;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed about a trip besides what lies in its basket.
 *
 * @param wallet what the shopper pays with and claims
 * @param approval of the shopper's age, by staff
 * @param basis what its amounts are those of
 * @param below what the shopper declared by its code: it lies on the lower shelf, where no scale
 *     and no camera reaches
 */
public record Accord(Wallet wallet, Approval approval, Basis basis, List<Content> below) {
  public static final Accord NONE = new Accord(Wallet.EMPTY, Approval.NONE, Basis.OWN, List.of());

  public Accord {
    below = List.copyOf(below);
  }

  public Accord with(Wallet other) {
    return new Accord(other, approval, basis, below);
  }

  public Accord with(Approval other) {
    return new Accord(wallet, other, basis, below);
  }

  public Accord with(Basis other) {
    return new Accord(wallet, approval, other, below);
  }

  /** With other things on the lower shelf. */
  public Accord withBelow(List<Content> other) {
    return new Accord(wallet, approval, basis, other);
  }

  /**
   * The prices and the day that a bill's amounts are those of.
   *
   * @param priceList SHA-256 of the gate's price list, hexadecimal; empty: the cart's own catalogue
   * @param epochDay the shop's day, days since 1970; null: not known
   */
  public record Basis(String priceList, @Nullable Long epochDay) {
    public static final Basis OWN = new Basis("", null);

    public Basis on(long day) {
      return new Basis(priceList, day);
    }

    public Basis by(String other) {
      return new Basis(other, epochDay);
    }
  }

  /**
   * A member of staff saw that the shopper is old enough.
   *
   * @param years up to which age limit; 0: nobody looked
   * @param staff by name; empty with 0
   */
  public record Approval(int years, String staff) {
    public static final Approval NONE = new Approval(0, "");

    public Approval {
      if (years < 0 || (years > 0) == staff.isBlank()) {
        throw new IllegalArgumentException("%d years approved by '%s'".formatted(years, staff));
      }
    }
  }
}
