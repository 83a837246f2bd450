package pannier.pricing.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import pannier.domain.catalogue.ProductId;
import pannier.pricing.PricedLine;
import pannier.pricing.Quantity;
import pannier.pricing.checkout.ReckonedLine;
import pannier.pricing.checkout.Reckoning;
import pannier.pricing.promotion.Reduction;
import pannier.pricing.tax.Rate;
import pannier.pricing.tax.Taxes;
import pannier.pricing.tender.Portion;
import pannier.pricing.tender.Tender;

/** Writes what a case comes to, as one line of JSON. */
public final class ReckoningJson {
  private final PriceCase priceCase;
  private final Reckoning reckoning;

  private ReckoningJson(PriceCase priceCase, Reckoning reckoning) {
    this.priceCase = priceCase;
    this.reckoning = reckoning;
  }

  public static String write(PriceCase priceCase, Reckoning reckoning) {
    return new ReckoningJson(priceCase, reckoning).bill().toString();
  }

  private ObjectNode bill() {
    ObjectNode bill = JsonNodeFactory.instance.objectNode();
    ArrayNode lines = bill.putArray("lines");
    for (int i = 0; i < reckoning.lines().size(); i++) {
      line(lines.addObject(), i);
    }
    bill.put("subtotal", reckoning.subtotal().toDecimal());
    bill.put("tax", reckoning.tax().toDecimal());
    bill.put("deposits", reckoning.deposits().toDecimal());
    bill.put("total", reckoning.total().toDecimal());
    tenders(bill.putArray("tenders"));
    bill.put("due", reckoning.due().toDecimal());
    bill.put("currency", reckoning.subtotal().currency().getCurrencyCode());
    bill.put("prices_include_tax", reckoning.taxIncluded());
    taxes(bill.putArray("taxes"));
    return bill;
  }

  private void line(ObjectNode node, int index) {
    ReckonedLine line = reckoning.lines().get(index);
    PricedLine priced = line.priced();
    ProductId product = priced.product();
    node.put("product", product.value());
    node.put("name", priceCase.names().getOrDefault(product, product.value()));
    switch (priced.quantity()) {
      case Quantity.Pieces pieces -> node.put("pieces", pieces.pieces());
      case Quantity.Weighed weighed -> node.put("mass_g", weighed.massGrams());
    }
    node.put("unit_price", priced.unitPrice().amount().toDecimal());
    node.put("gross", priced.gross().toDecimal());
    node.put("discount", priced.discount().toDecimal());
    node.put("net", priced.net().toDecimal());
    node.put("tax_rate", line.rate().toDecimal());
    node.put("tax", line.tax().toDecimal());
    node.put("deposit", line.deposit().toDecimal());
    reductions(node, line.reductions());
    paid(node.putArray("paid"), index);
  }

  private void reductions(ObjectNode node, List<Reduction> reductions) {
    if (!reductions.isEmpty()) {
      ArrayNode promotions = node.putArray("promotions");
      for (Reduction reduction : reductions) {
        promotions
            .addObject()
            .put("name", reduction.name())
            .put("amount", decimal(reduction.minor()));
      }
    }
  }

  /** Who paid what of a line: its goods, its tax, its deposit. */
  private void paid(ArrayNode paid, int index) {
    for (Portion portion : reckoning.split().portions()) {
      if (portion.line() == index) {
        paid.addObject()
            .put("tender", portion.tender())
            .put("kind", tender(portion.tender()).kind().word())
            .put("of", portion.part().word())
            .put("amount", decimal(portion.minor()));
      }
    }
  }

  private void tenders(ArrayNode tenders) {
    List<Long> paid = reckoning.split().paidMinor();
    for (int i = 0; i < paid.size(); i++) {
      tenders.addObject().put("kind", tender(i).kind().word()).put("amount", decimal(paid.get(i)));
    }
  }

  private void taxes(ArrayNode taxes) {
    for (Taxes.ByRate byRate : reckoning.split().taxes().byRate()) {
      if (!byRate.rate().equals(Rate.ZERO)) {
        taxes
            .addObject()
            .put("rate", byRate.rate().toDecimal())
            .put("base", decimal(byRate.baseMinor()))
            .put("tax", decimal(byRate.taxMinor()));
      }
    }
  }

  private Tender tender(int index) {
    return priceCase.purchase().tenders().get(index);
  }

  private String decimal(long minor) {
    return reckoning.money(minor).toDecimal();
  }
}
