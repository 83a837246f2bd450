package pannier.gate.console;

import java.util.Arrays;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.ProductId;
import pannier.gate.fleet.Fleet;
import pannier.web.HttpProblem;
import pannier.web.JsonBody;
import pannier.wire.CartStatus;
import pannier.wire.Limits;
import pannier.wire.StaffOrder;

/** Orders to carts: in the log first, with what the basket was worth, then on their way. */
record Orders(Fleet fleet, StaffLog log, Catalogue catalogue) {
  private static final String DEED = "order-";
  private static final String KINDS =
      "resolve, identify, new-pack, close, age, age-denied, spot-check, workshop, start, stop or return";

  static boolean ordered(StaffLog.Deed deed) {
    return deed.deed().startsWith(DEED);
  }

  /** Gives what was ordered. */
  StaffOrder.Kind give(String staff, JsonBody body) throws HttpProblem, StaffBookException {
    String cart = body.text("cart", Limits.LONGEST_ID, "a cart's id");
    String trip = body.text("trip", Limits.LONGEST_ID, "the trip that the cart is on");
    StaffOrder.Kind kind = kind(body);
    int number = body.whole("number", 0, Integer.MAX_VALUE);
    String reason = body.text("reason", 200, "why, in 1 to 200 characters");
    StaffOrder.Word word = word(staff, reason);
    if (names(kind) && catalogue.find(new ProductId(reason)).isEmpty()) {
      throw HttpProblem.wrong("reason", reason, "a product's id, as the catalogue has it");
    }
    if (trip.equals(StaffOrder.NO_TRIP) != kind.isForFreeCart()) {
      throw Refusal.CART_NOT_FREE.problem();
    }
    Fleet.Seen seen =
        fleet.carts().stream()
            .filter(it -> it.cartId().equals(cart) && Fleet.trip(it.status()).equals(trip))
            .findFirst()
            .orElseThrow(
                () ->
                    Refusal.TRIP_OVER.problem(
                        "cart %s is not on this trip any more".formatted(cart)));
    long worthMinor = seen.status().tab().map(CartStatus.Tab::totalMinor).orElse(0L);
    String about =
        "%s, trip %s, number %d, %s".formatted(cart, trip, number, Losses.value(worthMinor));
    log.write(new StaffLog.Deed(staff, DEED + kind.code(), about, reason));
    if (fleet.order(cart, trip, kind, number, word).isEmpty()) {
      throw Refusal.CART_BUSY.problem("cart %s takes no more orders now".formatted(cart));
    }
    return kind;
  }

  private static boolean names(StaffOrder.Kind kind) {
    return kind == StaffOrder.Kind.IDENTIFY || kind == StaffOrder.Kind.NEW_PACK;
  }

  private static StaffOrder.Word word(String staff, String reason) throws HttpProblem {
    try {
      return new StaffOrder.Word(staff, reason);
    } catch (IllegalArgumentException e) {
      throw new HttpProblem(400, String.valueOf(e.getMessage()));
    }
  }

  private static StaffOrder.Kind kind(JsonBody body) throws HttpProblem {
    String code = body.text("kind", 20, KINDS);
    return Arrays.stream(StaffOrder.Kind.values())
        .filter(kind -> kind.code().equals(code) && kind != StaffOrder.Kind.CARD_REFUSED)
        .findFirst()
        .orElseThrow(() -> HttpProblem.wrong("kind", code, KINDS));
  }
}
