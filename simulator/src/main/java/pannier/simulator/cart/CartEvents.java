package pannier.simulator.cart;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import pannier.app.timeline.JsonEvents;
import pannier.app.timeline.TripEvents;
import pannier.domain.catalogue.ProductId;
import pannier.domain.trip.CartCore;
import pannier.wire.FrozenBill;
import pannier.wire.Receipt;
import pannier.wire.receipt.ReceiptText;

/** Tells a trip as one JSON object a line: replay's events, and what people and the gate do. */
final class CartEvents {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final ObjectMapper mapper = new ObjectMapper();
  private final PrintStream out;
  private final TripEvents trip;

  CartEvents(PrintStream out) {
    this.out = out;
    this.trip = new JsonEvents(out, false);
  }

  void paired(String cartId, String tripId) {
    print(event("paired", 0).put("cart", cartId).put("trip", tripId));
  }

  void step(CartCore.Step step) {
    trip.step(step.episodes(), step.sensors(), step.decisions());
    out.flush();
  }

  void answered(long nanos, int asked, Optional<ProductId> product) {
    ObjectNode line = event("answered", nanos).put("asked", asked);
    print(line.put("product", product.map(ProductId::value).orElse(null)));
  }

  void touched(long nanos, String button) {
    print(event(button, nanos));
  }

  void bill(long nanos, FrozenBill bill) {
    ObjectNode line = event("bill", nanos).put("key", bill.key().toString());
    ArrayNode lines = line.putArray("lines");
    bill.lines().forEach(each -> entry(lines, each.product(), each.pieces()));
    long due = bill.terms().dueMinor().orElse(bill.totalMinor());
    print(line.put("total_minor", due).put("currency", bill.currency()));
  }

  void receipt(long nanos, Receipt receipt) {
    ObjectNode line = event("receipt", nanos).put("receipt", receipt.receiptId());
    line.put("key", receipt.key().toString());
    ArrayNode lines = line.putArray("lines");
    receipt.lines().forEach(each -> entry(lines, each.product(), each.pieces()));
    line.put("total_minor", receipt.totalMinor()).put("currency", receipt.currency());
    print(line.put("text", ReceiptText.render(receipt, Locale.ENGLISH)));
  }

  /** What truly lies in the basket, which only the simulator knows. */
  void truth(long nanos, Map<ProductId, Integer> basket) {
    ObjectNode line = event("truth", nanos);
    ArrayNode lines = line.putArray("lines");
    basket.forEach((product, pieces) -> entry(lines, product.value(), pieces));
    print(line);
  }

  void declined(long nanos, String reason) {
    print(event("declined", nanos).put("reason", reason));
  }

  /** Sentences that the screen says. */
  void said(long nanos, List<String> sentences) {
    sentences.forEach(sentence -> print(event("said", nanos).put("text", sentence)));
  }

  private static void entry(ArrayNode lines, String product, int pieces) {
    lines.addObject().put("product", product).put("pieces", pieces);
  }

  private ObjectNode event(String name, long nanos) {
    return mapper.createObjectNode().put("event", name).put("t_ms", nanos / NANOS_PER_MILLI);
  }

  private void print(ObjectNode line) {
    out.println(line);
    out.flush();
  }
}
