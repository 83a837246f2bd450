package pannier.pricing.promotion;

import java.util.List;
import pannier.domain.catalogue.ProductId;
import pannier.domain.catalogue.SaleUnit;
import pannier.pricing.PricedLine;
import pannier.pricing.UnitPrice;

/** A bill's lines as promotions see them. */
record Goods(List<PricedLine> lines) {
  ProductId product(int line) {
    return lines.get(line).product();
  }

  long gross(int line) {
    return lines.get(line).gross().minor();
  }

  boolean counted(int line) {
    return lines.get(line).unitPrice().unit() == SaleUnit.PIECE;
  }

  int pieces(int line) {
    return lines.get(line).quantity().pieces();
  }

  long unitPrice(int line) {
    return lines.get(line).unitPrice().amount().minor();
  }

  /** What the line would cost at another price. */
  long at(int line, UnitPrice price) {
    return price.times(lines.get(line).quantity()).minor();
  }

  int size() {
    return lines.size();
  }
}
