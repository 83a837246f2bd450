package pannier.pricing.promotion;

import java.math.BigDecimal;
import java.util.Set;
import pannier.domain.catalogue.ProductId;
import pannier.domain.money.Money;

/** A price reduction. Products that are sold by mass take no part in those that count pieces. */
public sealed interface Promotion {
  Terms terms();

  /** What it is for; empty: the whole bill. */
  Set<ProductId> products();

  /** Of {@code n} pieces the cheapest {@code n - m} are free; several products may mix. */
  record NForM(Terms terms, Set<ProductId> products, int n, int m) implements Promotion {
    public NForM {
      products = Set.copyOf(products);
      if (products.isEmpty() || m < 1 || n <= m) {
        throw new IllegalArgumentException("%d for %d".formatted(n, m));
      }
    }
  }

  /** Any {@code n} pieces together cost {@code price}: mix and match. */
  record NAtPrice(Terms terms, Set<ProductId> products, int n, Money price) implements Promotion {
    public NAtPrice {
      products = Set.copyOf(products);
      if (products.isEmpty() || n < 1 || price.minor() < 0) {
        throw new IllegalArgumentException("%d at %s".formatted(n, price));
      }
    }
  }

  /**
   * @param percent 0 to 100; of each line, rounded half up once a line
   */
  record PercentOff(Terms terms, Set<ProductId> products, BigDecimal percent) implements Promotion {
    public PercentOff {
      products = Set.copyOf(products);
      if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
        throw new IllegalArgumentException("%s percent".formatted(percent));
      }
    }
  }

  /**
   * An amount off each piece, or once off a line that is sold by mass, or once off the whole bill;
   * never more than there is.
   *
   * @param least what the lines in question must cost together
   */
  record AmountOff(Terms terms, Set<ProductId> products, Money amount, Money least)
      implements Promotion {
    public AmountOff {
      products = Set.copyOf(products);
      if (amount.minor() < 0 || least.minor() < 0) {
        throw new IllegalArgumentException("%s off from %s".formatted(amount, least));
      }
    }
  }

  /** Another price for a piece or a kilogram; never a higher one. */
  record SpecialPrice(Terms terms, Set<ProductId> products, Money price) implements Promotion {
    public SpecialPrice {
      products = Set.copyOf(products);
      if (products.isEmpty() || price.minor() < 0) {
        throw new IllegalArgumentException("a price of %s".formatted(price));
      }
    }
  }
}
