package pannier.simulator.load.peer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.Currency;
import pannier.wire.Digest;
import pannier.wire.FrozenBill;
import pannier.wire.FrozenLine;
import pannier.wire.SettlementRequest;
import pannier.wire.TenderOffer;

/** A settlement request as a web service would take it: the same facts, no field more. */
final class SettlementJson {
  private final int places;

  private SettlementJson(int places) {
    this.places = places;
  }

  static String write(SettlementRequest request) {
    Currency currency = Currency.getInstance(request.bill().currency());
    return new SettlementJson(currency.getDefaultFractionDigits()).request(request).toString();
  }

  private ObjectNode request(SettlementRequest request) {
    FrozenBill bill = request.bill();
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("trip", bill.key().tripId());
    node.put("attempt", bill.key().attempt());
    node.put("cart", bill.cartId());
    node.put("currency", bill.currency());
    ArrayNode lines = node.putArray("lines");
    bill.lines().forEach(line -> line(lines.addObject(), line));
    node.put("total", decimal(bill.totalMinor()));
    node.put("catalogue", text(bill.catalogue()));
    bill.terms().priceList().ifPresent(digest -> node.put("price_list", text(digest)));
    bill.terms().dueMinor().ifPresent(due -> node.put("due", decimal(due)));
    bill.terms().epochDay().ifPresent(day -> node.put("day", day));
    node.put("bill_digest", text(request.billDigest()));
    ArrayNode tenders = node.putArray("tenders");
    for (TenderOffer offer : request.tenders()) {
      tenders.addObject().put("kind", offer.kind()).put("token", offer.token());
    }
    return node;
  }

  private void line(ObjectNode node, FrozenLine line) {
    node.put("product", line.product());
    node.put("pieces", line.pieces());
    line.massGrams().ifPresent(grams -> node.put("mass_g", grams));
    node.put("unit_price", decimal(line.unitPriceMinor()));
    node.put("net", decimal(line.netMinor()));
    if (line.discountMinor() > 0) {
      node.put("discount", decimal(line.discountMinor()));
    }
  }

  private String decimal(long minor) {
    return BigDecimal.valueOf(minor, places).toPlainString();
  }

  private static String text(Digest digest) {
    return Base64.getEncoder().encodeToString(digest.bytes());
  }
}
