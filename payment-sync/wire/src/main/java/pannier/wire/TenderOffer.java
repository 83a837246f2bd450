package pannier.wire;

import java.util.List;
import java.util.OptionalLong;

/**
 * A means of payment that the shopper offers.
 *
 * @param kind such as {@code card}
 * @param token what the provider knows it by; never a card's number
 * @param amountMinor the most that it shall pay, as the shopper chose; empty: what is left
 * @param lines the bill's lines that it pays, by their places from 0; none: any
 * @param shareBillionths its share of what benefits and payers of lines leave; 0: none
 */
public record TenderOffer(
    String kind,
    String token,
    OptionalLong amountMinor,
    List<Integer> lines,
    long shareBillionths) {
  private static final long WHOLE = 1_000_000_000;

  public TenderOffer {
    Limits.text("kind", kind, Limits.LONGEST_ID);
    Limits.text("token", token, Limits.LONGEST_TEXT);
    amountMinor.ifPresent(minor -> Limits.amount("amount", minor));
    lines = Limits.list("lines", lines, Limits.MOST_LINES);
    lines.forEach(line -> Limits.range("lines", line, 0, Limits.MOST_LINES - 1));
    Limits.range("share", shareBillionths, 0, lines.isEmpty() ? WHOLE : 0);
  }

  /** An offer for any line. */
  public TenderOffer(String kind, String token, OptionalLong amountMinor) {
    this(kind, token, amountMinor, List.of(), 0);
  }

  /** An offer that pays what is left. */
  public TenderOffer(String kind, String token) {
    this(kind, token, OptionalLong.empty());
  }

  /** Keeps the token out of logs. */
  @Override
  public String toString() {
    return "TenderOffer[" + kind + "]";
  }
}
