package pannier.domain.basket;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pannier.domain.catalogue.ProductId;
import pannier.domain.money.CardNumbers;

/**
 * One means of payment that the shopper chose.
 *
 * @param kind such as {@code card}, {@code snap}, {@code ebt_cash}, {@code gift}, {@code credit},
 *     {@code cash}
 * @param token what the provider knows it by; never a card's number
 * @param mostMinor the most that it shall pay; null: what is left
 * @param products the lines that it pays, where each payer has their own; none: any
 * @param shareBillionths its share of what lines' payers and benefits leave; 0: none
 */
public record Means(
    String kind,
    String token,
    @Nullable Long mostMinor,
    List<ProductId> products,
    long shareBillionths) {
  /** A whole, in billionths. */
  public static final long WHOLE = 1_000_000_000;

  public Means {
    products = List.copyOf(products);
    if (kind.isBlank() || token.isBlank() || CardNumbers.in(token) || CardNumbers.in(kind)) {
      throw new IllegalArgumentException("a means of payment needs a kind and a provider's token");
    }
    if ((mostMinor != null && mostMinor < 0) || shareBillionths < 0 || shareBillionths > WHOLE) {
      throw new IllegalArgumentException("%s of %d billionths".formatted(kind, shareBillionths));
    }
    if (!products.isEmpty() && shareBillionths > 0) {
      throw new IllegalArgumentException("lines or a share, not both");
    }
  }

  /** Pays what is left. */
  public Means(String kind, String token) {
    this(kind, token, null, List.of(), 0);
  }

  /** Keeps the token out of logs. */
  @Override
  public String toString() {
    return "Means[" + kind + "]";
  }
}
