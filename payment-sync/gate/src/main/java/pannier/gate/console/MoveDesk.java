package pannier.gate.console;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.ProductId;
import pannier.gate.checkpoint.BasketMove;
import pannier.gate.checkpoint.CheckpointBook;
import pannier.gate.ledger.PaymentKey;
import pannier.gate.paper.QrPicture;
import pannier.gate.settlement.Answer;
import pannier.gate.till.Till;
import pannier.web.HttpProblem;
import pannier.web.JsonBody;
import pannier.wire.Declined;
import pannier.wire.FrozenBill;
import pannier.wire.FrozenLine;
import pannier.wire.HandOverCode;
import pannier.wire.Limits;
import pannier.wire.ProblemKind;
import pannier.wire.Receipt;
import pannier.wire.SettlementCodec;

/** The baskets of carts that died: to a till or to another cart, in the log first. */
record MoveDesk(ConsoleParts.Books books, StaffLog log) {
  /** As many as a bill can say. */
  private static final int MOST_YEARS = 99;

  /**
   * A basket as a cart told it last.
   *
   * @param at when, milliseconds since 1970
   * @param moved {@code till}, {@code cart}, or empty where it is its own cart's still
   */
  record Basket(
      String trip, String cart, long at, long totalMinor, List<Line> lines, String moved) {}

  /**
   * @param massGrams null for what is sold by the piece
   */
  record Line(String name, int pieces, @Nullable Long massGrams, long netMinor) {}

  /** All that are kept and not paid yet, the newest first. */
  List<Basket> list() throws IOException {
    return books.moving().move().list().stream().map(this::basket).toList();
  }

  private Basket basket(CheckpointBook.Kept kept) {
    FrozenBill basket = kept.checkpoint().basket();
    return new Basket(
        basket.key().tripId(),
        kept.cartId(),
        kept.at().toEpochMilli(),
        basket.terms().dueMinor().orElse(basket.totalMinor()),
        basket.lines().stream().map(this::line).toList(),
        kept.till().isPresent() ? "till" : kept.movedTo().isPresent() ? "cart" : "");
  }

  private Line line(FrozenLine line) {
    Long grams = line.massGrams().isPresent() ? line.massGrams().getAsLong() : null;
    return new Line(name(line), line.pieces(), grams, line.netMinor());
  }

  private String name(FrozenLine line) {
    return books
        .moving()
        .catalogue()
        .find(new ProductId(line.product()))
        .map(Product::name)
        .orElse(line.product());
  }

  /** What is to be done next, for the page. */
  Map<String, Object> move(String staff, JsonBody body) throws IOException {
    String trip = body.text("trip", Limits.LONGEST_ID, "the trip of a basket that is kept");
    String to = body.text("to", 10, "till or cart");
    String reason = body.text("reason", 200, "why, in 1 to 200 characters");
    int years = body.has("years") ? body.whole("years", 0, MOST_YEARS) : 0;
    Optional<String> cart =
        body.has("cart")
            ? Optional.of(body.text("cart", Limits.LONGEST_ID, "a cart's name"))
            : Optional.empty();
    if (!to.equals("till") && !to.equals("cart")) {
      throw HttpProblem.wrong("to", to, "till or cart");
    }
    String about = trip + cart.map(", "::concat).orElse("");
    log.write(new StaffLog.Deed(staff, "move-to-" + to, about, reason));
    try {
      return to.equals("till") ? toTill(trip, years, staff) : toCart(trip, cart);
    } catch (BasketMove.RefusedMoveException e) {
      throw Refusal.NO_MOVE.problem(String.valueOf(e.getMessage()));
    }
  }

  private Map<String, Object> toCart(String trip, Optional<String> cart) throws IOException {
    BasketMove.ToCart moved = books.moving().move().toCart(trip, cart);
    String text = moved.shown().code().text();
    QrPicture picture = QrPicture.of(text);
    Map<String, Object> code = new LinkedHashMap<>();
    code.put("text", text);
    code.put("side", picture.side());
    code.put("path", picture.path());
    code.put("until", moved.shown().until().toEpochMilli());
    code.put("again", moved.again().stream().map(this::name).toList());
    return code;
  }

  private Map<String, Object> toTill(String trip, int years, String staff) throws IOException {
    Answer answer = books.moving().move().toTill(trip, years, staff);
    return switch (answer) {
      case Answer.Replied replied -> paid(replied);
      case Answer.Refused refused when refused.problem().kind() == ProblemKind.AWAITING_CASH ->
          awaited(trip);
      case Answer.Refused refused -> throw Refusal.NO_MOVE.problem(refused.problem().detail());
    };
  }

  private Map<String, Object> awaited(String trip) throws IOException {
    String key = PaymentKey.of(BasketMove.tillKey(trip), 0);
    Till.Task task =
        books.desks().till().tasks().stream()
            .filter(it -> it.key().equals(key))
            .findFirst()
            .orElseThrow(() -> Refusal.CASH_GONE.problem());
    return Map.of(
        "key",
        key,
        "code",
        HandOverCode.of(BasketMove.tillKey(trip)),
        "amountMinor",
        task.amountMinor());
  }

  private static Map<String, Object> paid(Answer.Replied replied) throws IOException {
    return switch (SettlementCodec.decodeReply(replied.reply().bytes())) {
      case Receipt receipt -> Map.of("receipt", receipt.receiptId());
      case Declined _ -> Map.of("declined", true);
    };
  }

  /** The cash of a basket that was moved is there, or refused: the gate is asked once more. */
  Map<String, Object> afterCash(String staff, String key) throws IOException {
    for (CheckpointBook.Kept kept : books.desks().checkpoints().list()) {
      String trip = kept.checkpoint().basket().key().tripId();
      if (kept.till().isPresent() && key.equals(PaymentKey.of(BasketMove.tillKey(trip), 0))) {
        return toTill(trip, 0, staff);
      }
    }
    return Map.of();
  }
}
