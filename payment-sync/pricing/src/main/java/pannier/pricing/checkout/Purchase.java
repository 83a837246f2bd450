package pannier.pricing.checkout;

import java.util.List;
import java.util.Optional;
import pannier.domain.money.Money;
import pannier.pricing.UnpricedLine;
import pannier.pricing.rule.Occasion;
import pannier.pricing.tender.Tender;

/** What a shopper buys, and how it is to be paid. */
public record Purchase(List<Line> lines, List<Tender> tenders, Occasion occasion) {
  public Purchase {
    lines = List.copyOf(lines);
    tenders = List.copyOf(tenders);
  }

  /**
   * One of them.
   *
   * @param shelfPrice what the cart had shown for a piece or a kilogram; the lower price holds
   * @param shownNet what the cart had shown for the line, promotions taken off; the lower holds
   * @param label what the label on it asks for it as a whole, whatever the shop's price is
   */
  public record Line(
      UnpricedLine line,
      Optional<Money> shelfPrice,
      Optional<Money> shownNet,
      Optional<Money> label) {
    public Line(UnpricedLine line, Optional<Money> shelfPrice) {
      this(line, shelfPrice, Optional.empty(), Optional.empty());
    }
  }
}
