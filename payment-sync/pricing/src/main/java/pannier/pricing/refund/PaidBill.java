package pannier.pricing.refund;

import java.util.ArrayList;
import java.util.List;
import pannier.pricing.tender.Portion;

/** A paid bill and what went back of it so far. Immutable: each refund gives the bill after it. */
public record PaidBill(List<PaidLine> lines, List<Refund> refunds) {
  public PaidBill {
    lines = List.copyOf(lines);
    refunds = List.copyOf(refunds);
  }

  /**
   * @param pieces of each line
   * @param portions what each tender paid of each line
   */
  public static PaidBill of(List<Integer> pieces, List<Portion> portions) {
    List<PaidLine> lines = new ArrayList<>();
    for (int count : pieces) {
      int line = lines.size();
      lines.add(new PaidLine(count, portions.stream().filter(it -> it.line() == line).toList()));
    }
    return new PaidBill(lines, List.of());
  }

  /** Why and by whose leave. */
  public record Leave(RefundReason reason, String approvedBy) {}

  /**
   * Takes pieces back.
   *
   * @throws IllegalArgumentException if the line has fewer
   */
  public PaidBill returned(int line, int pieces, Leave leave) {
    PaidLine paid = lines.get(line);
    requireLeft(line, paid.pieces());
    if (pieces < 1 || pieces > paid.pieces()) {
      throw new IllegalArgumentException(
          "line %d: found %d pieces; expected 1 to %d".formatted(line + 1, pieces, paid.pieces()));
    }
    return with(line, pieces, leave, paid.ofPieces(pieces));
  }

  /**
   * Gives money back for goods that the shopper keeps, with the tax on it.
   *
   * @throws IllegalArgumentException if less was paid for the line
   */
  public PaidBill reduced(int line, long goodsMinor, Leave leave) {
    PaidLine paid = lines.get(line);
    requireLeft(line, paid.goodsMinor());
    if (goodsMinor < 1 || goodsMinor > paid.goodsMinor()) {
      throw new IllegalArgumentException(
          "line %d: found %d; expected 1 to %d minor units, which are still paid"
              .formatted(line + 1, goodsMinor, paid.goodsMinor()));
    }
    return with(line, 0, leave, paid.ofGoods(goodsMinor));
  }

  /** Lines are counted from 1 where people read them. */
  private static void requireLeft(int line, long left) {
    if (left < 1) {
      throw new IllegalArgumentException(
          "line %d: nothing of it is left to give back".formatted(line + 1));
    }
  }

  private PaidBill with(int line, int pieces, Leave leave, List<Portion> back) {
    List<PaidLine> after = new ArrayList<>(lines);
    after.set(line, lines.get(line).less(pieces, back));
    List<Refund> done = new ArrayList<>(refunds);
    done.add(new Refund(line, pieces, leave.reason(), leave.approvedBy(), back));
    return new PaidBill(after, done);
  }
}
