package pannier.gate.console;

import static java.util.Comparator.naturalOrder;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pannier.gate.audit.Finding;
import pannier.gate.console.MoneyBack.Proof;
import pannier.gate.ledger.CheckBook;
import pannier.gate.ledger.LedgerReport.AwaitedCheck;
import pannier.web.JsonBody;
import pannier.wire.DisputeClaim;
import pannier.wire.Limits;

/** Spot checks, drawn or of staff's own accord: what lies in a basket, and what was found. */
record CheckDesk(ConsoleParts.Books books, StaffLog log, InstantSource clock) {
  private static final int MOST_OFF_MINOR = 100_000_000;

  /**
   * A line of a basket as a spot check shows it.
   *
   * @param id of what the cart sent of it
   */
  record Checked(String id, String name, int pieces, long massGrams, List<Proof> proofs) {}

  /** What the cart sent of its basket when staff looked last, line by line. */
  List<Checked> checked(String tripId) throws IOException {
    List<DisputeClaim> all = books.desks().proofs().checks(tripId);
    String last = all.stream().map(CheckDesk::look).max(naturalOrder()).orElse("");
    List<Checked> lines = new ArrayList<>();
    for (DisputeClaim check : all.stream().filter(it -> look(it).equals(last)).toList()) {
      check
          .what()
          .ifPresent(
              what ->
                  lines.add(
                      new Checked(
                          check.id(),
                          what.name(),
                          what.pieces(),
                          what.massGrams(),
                          check.proofs().stream().map(MoneyBack::proof).toList())));
    }
    return lines;
  }

  /** Which look it is of: its id is that of staff's order, which grows, and its line. */
  private static String look(DisputeClaim check) {
    return check.id().substring(0, Math.max(0, check.id().lastIndexOf('-')));
  }

  /** What the shopper called staff for is seen to: its pictures are not needed any more. */
  void seenTo(JsonBody order) throws IOException {
    if (order.whole("number", 0, Integer.MAX_VALUE) == 0) {
      books.desks().proofs().seenTo(order.text("trip", Limits.LONGEST_ID, "a trip"));
    }
  }

  /**
   * What staff found. The log keeps it; where the bill was drawn it is paid now, or refused for the
   * shopper to go back, and the finding counts for the odds.
   */
  void found(String staff, JsonBody body) throws IOException {
    String cart = body.text("cart", Limits.LONGEST_ID, "a cart's id");
    String trip = body.text("trip", Limits.LONGEST_ID, "a trip");
    boolean right = body.flag("right");
    String reason = body.text("reason", 200, "what was found, in 1 to 200 characters");
    int missing =
        body.has("missingMinor") && !right
            ? body.whole("missingMinor", -MOST_OFF_MINOR, MOST_OFF_MINOR)
            : 0;
    Optional<AwaitedCheck> drawn =
        books.ledger().awaitedChecks().stream()
            .filter(it -> it.draw().key().tripId().equals(trip) && it.cartId().equals(cart))
            .findFirst();
    String off = missing == 0 ? "" : ", missing %d".formatted(missing);
    String about = "%s, trip %s%s%s".formatted(cart, trip, drawn.isPresent() ? ", drawn" : "", off);
    log.write(new StaffLog.Deed(staff, right ? "check-right" : "check-wrong", about, reason));
    if (drawn.isPresent()) {
      CheckBook book = books.desks().checks();
      book.end(drawn.get().draw().key(), new Finding(!right, missing, staff, clock.instant()));
    }
  }
}
