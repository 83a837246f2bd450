package pannier.pricing.json;

import java.util.List;
import java.util.Map;
import pannier.domain.catalogue.ProductId;
import pannier.pricing.UnpriceableLineException;
import pannier.pricing.checkout.Checkout;
import pannier.pricing.checkout.PriceBook;
import pannier.pricing.checkout.Purchase;
import pannier.pricing.checkout.Reckoning;

/**
 * One bill to price, with the price book it goes by.
 *
 * @param file as the user named it
 * @param names what the shopper reads
 * @param unknown keys that were passed over, such as {@code lines[0].note}
 */
public record PriceCase(
    String file,
    PriceBook book,
    Purchase purchase,
    Map<ProductId, String> names,
    List<String> unknown) {
  public PriceCase {
    names = Map.copyOf(names);
    unknown = List.copyOf(unknown);
  }

  public Reckoning reckon() throws BadJsonException {
    try {
      return Checkout.of(book, purchase);
    } catch (UnpriceableLineException e) {
      throw new BadJsonException(file, "lines", e.getMessage(), "a bill that can be priced");
    }
  }
}
