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
   * @param shelfPrice what the shelf asked, where it may differ from the price book; the lower
   *     holds
   */
  public record Line(UnpricedLine line, Optional<Money> shelfPrice) {}
}
