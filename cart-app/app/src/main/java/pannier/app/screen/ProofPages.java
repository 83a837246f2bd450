package pannier.app.screen;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tinylog.Logger;
import pannier.app.proof.Proofs;
import pannier.domain.trip.CartState;
import pannier.domain.trip.TripState;
import pannier.web.Answer;
import pannier.web.HttpProblem;
import pannier.web.JsonBody;
import pannier.web.Request;
import pannier.web.Response;
import pannier.wire.Limits;
import pannier.wire.SettlementKey;

/** What is kept of this shopper's own trip: to look at, to dispute with, to delete. */
final class ProofPages {
  private static final List<String> REASONS =
      List.of("not-taken", "fewer", "other-product", "price", "other");
  private static final int MOST_NUMBER = 1_000_000;

  private final Proofs proofs;
  private volatile String tripId = "";
  private volatile Optional<SettlementKey> paid = Optional.empty();

  ProofPages(Proofs proofs) {
    this.proofs = proofs;
  }

  /** Whose trip it is from now on; nobody sees another's. */
  void show(CartState state) {
    tripId = state.trip().tripId();
    paid =
        state.trip() instanceof TripState.Settled settled
            ? Optional.of(new SettlementKey(settled.trip().id(), settled.bill().attempt()))
            : Optional.empty();
  }

  Answer list(Request request) throws HttpProblem {
    String product = request.query("product").orElse("");
    try {
      return Response.json(
          proofs.list(tripId, product).stream()
              .map(
                  it ->
                      Map.of(
                          "number", it.number(),
                          "in", it.in(),
                          "at", it.atMillis(),
                          "massGrams", it.massGrams(),
                          "pictures", it.pictures(),
                          "curve",
                              it.curve().stream()
                                  .map(point -> new int[] {point.millis(), point.grams()})
                                  .toList()))
              .toList());
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** The decision's number and the picture's place follow each other in the path. */
  Answer picture(Request request) throws HttpProblem {
    HttpProblem none = new HttpProblem(404, "no such picture");
    String[] parts = request.rest().split("/", -1);
    if (parts.length != 2 || !(parts[0] + parts[1]).matches("[0-9]{2,8}")) {
      throw none;
    }
    try {
      byte[] jpeg =
          proofs
              .picture(tripId, Integer.parseInt(parts[0]), Integer.parseInt(parts[1]))
              .orElseThrow(() -> none);
      return Response.bytes("image/jpeg", jpeg).with("Cache-Control", "no-store");
    } catch (HttpProblem e) {
      throw e;
    } catch (IOException | NumberFormatException e) {
      throw none;
    }
  }

  /** A line of the receipt that is shown just now. */
  void dispute(JsonBody body) throws HttpProblem {
    SettlementKey key = paid.orElseThrow(() -> new HttpProblem(409, "nothing is paid"));
    int line = body.whole("line", 0, Math.min(MOST_NUMBER, Limits.MOST_LINES - 1));
    String product = body.text("product", Limits.LONGEST_PRODUCT, "a product's id");
    String reason = body.text("reason", 20, "a reason");
    if (!REASONS.contains(reason)) {
      throw HttpProblem.wrong("reason", reason, "one of " + String.join(", ", REASONS));
    }
    try {
      proofs.dispute(key, line, product, reason);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  void forget() throws HttpProblem {
    try {
      proofs.forget(tripId);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static HttpProblem unreadable(IOException e) {
    Logger.error(e, "proofs");
    return new HttpProblem(500, "the cart's disk is at fault; it is in the log");
  }
}
