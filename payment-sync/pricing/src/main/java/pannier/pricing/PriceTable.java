package pannier.pricing;

import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.ProductId;

/** What a shop asks for its products, in one currency. Immutable. */
public interface PriceTable {
  Currency currency();

  Optional<UnitPrice> find(ProductId product);

  /** These prices, and {@code others} for what has none here; both are in one currency. */
  default PriceTable orElse(PriceTable others) {
    PriceTable these = this;
    return new PriceTable() {
      @Override
      public Currency currency() {
        return these.currency();
      }

      @Override
      public Optional<UnitPrice> find(ProductId product) {
        return these.find(product).or(() -> others.find(product));
      }
    };
  }

  /** The prices of a catalogue. */
  static PriceTable of(Catalogue catalogue) {
    return new PriceTable() {
      @Override
      public Currency currency() {
        return catalogue.currency();
      }

      @Override
      public Optional<UnitPrice> find(ProductId product) {
        return catalogue.find(product).map(UnitPrice::of);
      }
    };
  }

  /** Given prices. */
  static PriceTable of(Currency currency, Map<ProductId, UnitPrice> prices) {
    Map<ProductId, UnitPrice> copy = Map.copyOf(prices);
    return new PriceTable() {
      @Override
      public Currency currency() {
        return currency;
      }

      @Override
      public Optional<UnitPrice> find(ProductId product) {
        return Optional.ofNullable(copy.get(product));
      }
    };
  }
}
