package pannier.gate.console;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pannier.gate.ledger.Dispute;
import pannier.gate.ledger.RefusedRefundException;
import pannier.gate.refund.Refunds;
import pannier.pricing.refund.PaidLine;
import pannier.pricing.refund.RefundReason;
import pannier.web.HttpProblem;
import pannier.web.JsonBody;
import pannier.web.Request;
import pannier.web.Response;
import pannier.wire.DisputeClaim;
import pannier.wire.Limits;
import pannier.wire.RefundSlip;

/** Refunds by line and disputes with what their carts saw: in the log first, then done. */
record MoneyBack(Desks desks, StaffLog log) {
  private static final int MOST_PIECES = 10_000;

  /**
   * A dispute as the console shows it.
   *
   * @param said a short code of the page's own words, or the shopper's
   */
  record Shown(
      String id,
      String receipt,
      String cart,
      String name,
      int pieces,
      long netMinor,
      String said,
      List<Proof> proofs) {}

  /**
   * @param curve pairs of milliseconds and grams
   */
  record Proof(boolean in, long at, long massGrams, List<int[]> curve, int pictures) {}

  /** Disputes that nobody decided, oldest first. */
  List<Shown> open() throws IOException {
    List<Shown> shown = new ArrayList<>();
    for (Dispute dispute : desks.refunds().openDisputes()) {
      Refunds.Disputed about = desks.refunds().about(dispute);
      Optional<DisputeClaim> claim = desks.proofs().find(dispute.disputeId());
      shown.add(
          new Shown(
              dispute.disputeId(),
              about.receiptId(),
              about.cartId(),
              about.line().name(),
              about.line().pieces(),
              about.line().netMinor(),
              dispute.said(),
              claim.map(DisputeClaim::proofs).orElse(List.of()).stream()
                  .map(MoneyBack::proof)
                  .toList()));
    }
    return shown;
  }

  static Proof proof(DisputeClaim.Proof proof) {
    return new Proof(
        proof.in(),
        proof.atMillis(),
        proof.massGrams(),
        proof.curve().stream().map(it -> new int[] {it.millis(), it.grams()}).toList(),
        proof.pictures().size());
  }

  /** A shopper wants what came with their disputes gone. */
  int forget(String staff, JsonBody body) throws IOException {
    String receipt = body.text("receipt", Limits.LONGEST_ID, "a receipt's number");
    log.write(new StaffLog.Deed(staff, "privacy-delete", receipt, ""));
    try {
      return desks.proofs().forget(desks.refunds().tripOf(receipt));
    } catch (RefusedRefundException e) {
      throw Refusal.NO_RECEIPT.problem();
    }
  }

  /** A picture: dispute, proof and picture follow each other in the path. */
  Response picture(Request request) throws IOException {
    String[] parts = request.rest().split("/", -1);
    HttpProblem none = new HttpProblem(404, "no such picture");
    if (parts.length != 3 || !parts[1].matches("[0-9]{1,2}") || !parts[2].matches("[0-9]{1,2}")) {
      throw none;
    }
    List<DisputeClaim.Picture> pictures =
        desks.proofs().find(parts[0]).orElseThrow(() -> none).proofs().stream()
            .skip(Integer.parseInt(parts[1]))
            .findFirst()
            .orElseThrow(() -> none)
            .pictures();
    int place = Integer.parseInt(parts[2]);
    if (place >= pictures.size()) {
      throw none;
    }
    return Response.bytes("image/jpeg", pictures.get(place).jpeg());
  }

  void decide(String staff, JsonBody body) throws IOException {
    String id = body.text("id", Limits.LONGEST_ID, "a dispute's number");
    boolean granted = body.flag("granted");
    Dispute dispute =
        desks.refunds().openDisputes().stream()
            .filter(it -> it.disputeId().equals(id))
            .findFirst()
            .orElseThrow(() -> Refusal.DECIDED.problem());
    String reason = body.text("reason", 200, "why, in 1 to 200 characters");
    int pieces = granted ? body.whole("pieces", 1, MOST_PIECES) : 0;
    String deed = granted ? "dispute-granted" : "dispute-refused";
    log.write(new StaffLog.Deed(staff, deed, "%s, %d pieces".formatted(id, pieces), reason));
    try {
      if (granted) {
        desks.refunds().grant(dispute, pieces, staff);
      } else {
        desks.refunds().refuse(dispute, staff);
      }
      desks.proofs().decided(id);
    } catch (RefusedRefundException e) {
      throw Refusal.NO_REFUND.problem(String.valueOf(e.getMessage()));
    }
  }

  /**
   * What can still go back of a line.
   *
   * @param leftMinor of it and its tax and deposit
   */
  record Left(int pieces, long leftMinor) {}

  List<Left> left(String receiptId) throws IOException {
    try {
      return desks.refunds().left(receiptId).lines().stream().map(MoneyBack::left).toList();
    } catch (RefusedRefundException e) {
      throw Refusal.NO_RECEIPT.problem();
    }
  }

  private static Left left(PaidLine line) {
    return new Left(
        line.pieces(), line.portions().stream().mapToLong(portion -> portion.minor()).sum());
  }

  /** Some pieces of a line, or an amount of it. */
  RefundSlip refund(String staff, JsonBody body) throws IOException {
    String receipt = body.text("receipt", Limits.LONGEST_ID, "a receipt's number");
    int line = body.whole("line", 0, Limits.MOST_LINES - 1);
    String id = body.text("id", Limits.LONGEST_ID, "the refund's number");
    String word = body.text("reason", 40, "a reason");
    RefundReason reason =
        RefundReason.of(word).orElseThrow(() -> HttpProblem.wrong("reason", word, "a reason"));
    @Nullable Integer amount =
        body.has("amountMinor") ? Integer.valueOf(body.whole("amountMinor", 1, 100_000_000)) : null;
    int pieces = amount == null ? body.whole("pieces", 1, MOST_PIECES) : 0;
    String about = "%s, line %d, %s".formatted(receipt, line + 1, id);
    log.write(new StaffLog.Deed(staff, "refund", about, reason.word()));
    Refunds.Leave leave = new Refunds.Leave(id, reason, staff);
    try {
      return amount == null
          ? desks.refunds().returned(receipt, line, pieces, leave)
          : desks.refunds().reduced(receipt, line, amount, leave);
    } catch (RefusedRefundException e) {
      throw Refusal.NO_REFUND.problem(String.valueOf(e.getMessage()));
    }
  }
}
