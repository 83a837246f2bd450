package pannier.wire.receipt;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Currency;
import pannier.wire.Charges;
import pannier.wire.LineCharges;
import pannier.wire.Receipt;
import pannier.wire.ReceiptLine;
import pannier.wire.ReceiptTax;
import pannier.wire.ReceiptTender;

/** A receipt as one line of JSON: amounts are decimals in quotes, rates fractions. */
public final class ReceiptJson {
  private static final int RATE_PLACES = 9;

  private final int places;

  private ReceiptJson(int places) {
    this.places = places;
  }

  public static String write(Receipt receipt) {
    Currency currency = Currency.getInstance(receipt.currency());
    int places = Math.max(0, currency.getDefaultFractionDigits());
    return new ReceiptJson(places).receipt(receipt).toString();
  }

  private ObjectNode receipt(Receipt receipt) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("receipt", receipt.receiptId());
    node.put("cart", receipt.cartId());
    node.put("trip", receipt.key().tripId());
    node.put("attempt", receipt.key().attempt());
    node.put("settled_at", receipt.settledAt().toString());
    node.put("bill_digest", receipt.billDigest().hex());
    node.put("currency", receipt.currency());
    ArrayNode lines = node.putArray("lines");
    receipt.lines().forEach(line -> line(lines.addObject(), line));
    charges(node, receipt.charges());
    node.put("total", decimal(receipt.totalMinor()));
    ArrayNode tenders = node.putArray("tenders");
    for (ReceiptTender tender : receipt.tenders()) {
      tenders
          .addObject()
          .put("kind", tender.kind())
          .put("amount", decimal(tender.amountMinor()))
          .put("reference", tender.reference());
    }
    ArrayNode notes = node.putArray("notes");
    receipt.notes().forEach(notes::add);
    return node;
  }

  private void line(ObjectNode node, ReceiptLine line) {
    node.put("product", line.product());
    node.put("name", line.name());
    node.put("pieces", line.pieces());
    line.massGrams().ifPresent(grams -> node.put("mass_g", grams));
    node.put("shelf_price", decimal(line.shelfUnitPriceMinor()));
    node.put("gate_price", decimal(line.gateUnitPriceMinor()));
    node.put("unit_price", decimal(line.unitPriceMinor()));
    node.put("gross", decimal(line.grossMinor()));
    node.put("discount", decimal(line.discountMinor()));
    node.put("net", decimal(line.netMinor()));
    LineCharges charges = line.charges();
    node.put("tax_rate", rate(charges.rateBillionths()));
    node.put("tax", decimal(charges.taxMinor()));
    node.put("deposit", decimal(charges.depositMinor()));
    node.put("benefits", decimal(charges.benefitsMinor()));
    ArrayNode reductions = node.putArray("reductions");
    line.reductions()
        .forEach(
            it -> reductions.addObject().put("name", it.name()).put("amount", decimal(it.minor())));
  }

  private void charges(ObjectNode node, Charges charges) {
    node.put("prices_include_tax", charges.included());
    node.put("deposits", decimal(charges.depositsMinor()));
    node.put("tax", decimal(charges.taxMinor()));
    ArrayNode taxes = node.putArray("taxes");
    for (ReceiptTax tax : charges.taxes()) {
      taxes
          .addObject()
          .put("rate", rate(tax.rateBillionths()))
          .put("base", decimal(tax.baseMinor()))
          .put("tax", decimal(tax.taxMinor()));
    }
  }

  private String decimal(long minor) {
    return BigDecimal.valueOf(minor, places).toPlainString();
  }

  private static String rate(long billionths) {
    BigDecimal rate = BigDecimal.valueOf(billionths, RATE_PLACES).stripTrailingZeros();
    return rate.scale() < 0 ? rate.setScale(0).toPlainString() : rate.toPlainString();
  }
}
