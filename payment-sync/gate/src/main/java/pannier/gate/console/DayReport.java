package pannier.gate.console;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pannier.gate.console.ConsoleView.Sum;
import pannier.gate.ledger.LedgerReport;
import pannier.gate.ledger.SettlementRow;
import pannier.gate.ledger.SettlementState;
import pannier.wire.ReceiptLine;

/**
 * A day of the shop's.
 *
 * @param hours sales of each hour that has some
 * @param products that sold best, by amount
 * @param deeds what staff did, by kind
 * @param orders how many staff gave to carts: each is something that a cart could not tell alone
 * @param asked what carts asked their shoppers
 * @param losses what the day cost, and what was checked
 * @param drawn what the checks found that the gate drew
 */
record DayReport(
    String day,
    Sum sum,
    List<Hour> hours,
    List<Sold> products,
    int orders,
    int corrected,
    Map<String, Integer> deeds,
    Questions.Count asked,
    Losses losses,
    Drawn drawn) {
  private static final int MOST_PRODUCTS = 10;

  record Hour(int hour, int paid, long salesMinor) {}

  record Sold(String name, int pieces, long salesMinor) {
    Sold plus(ReceiptLine line) {
      return new Sold(name, pieces + line.pieces(), salesMinor + line.netMinor());
    }
  }

  static DayReport of(LocalDate day, Board board, StaffLog log, Questions questions)
      throws IOException {
    List<SettlementRow> rows = board.of(day);
    List<SettlementRow> paid =
        rows.stream().filter(row -> row.state() == SettlementState.SETTLED).toList();
    Instant from = board.start(day);
    Instant to = board.start(day.plusDays(1));
    List<StaffLog.Entry> deeds = log.between(from, to);
    LedgerReport ledger = board.books().ledger();
    return new DayReport(
        day.toString(),
        board.sum(rows),
        hours(paid, board.zone()),
        products(paid),
        (int) deeds.stream().filter(entry -> Orders.ordered(entry.deed())).count(),
        corrected(paid),
        deeds(deeds),
        questions.between(from, to),
        Losses.of(ledger.day(from, to).accountsMinor(), ledger.refundedMinor(from, to), deeds),
        Drawn.of(ledger.endedChecks(from, to), ledger.tally()));
  }

  private static Map<String, Integer> deeds(List<StaffLog.Entry> entries) {
    Map<String, Integer> deeds = new TreeMap<>();
    entries.forEach(entry -> deeds.merge(entry.deed().deed(), 1, Integer::sum));
    return deeds;
  }

  private static List<Hour> hours(List<SettlementRow> paid, ZoneId zone) {
    Map<Integer, Hour> hours = new TreeMap<>();
    for (SettlementRow row : paid) {
      int hour = row.intent().at().atZone(zone).getHour();
      Hour one = new Hour(hour, 1, row.intent().totalMinor());
      hours.merge(
          hour,
          one,
          (had, more) -> new Hour(hour, had.paid + more.paid, had.salesMinor + more.salesMinor));
    }
    return List.copyOf(hours.values());
  }

  private static List<Sold> products(List<SettlementRow> paid) {
    Map<String, Sold> products = new TreeMap<>();
    for (SettlementRow row : paid) {
      for (ReceiptLine line : row.intent().lines()) {
        products.merge(
            line.product(),
            new Sold(line.name(), line.pieces(), line.netMinor()),
            (had, more) -> had.plus(line));
      }
    }
    List<Sold> best = new ArrayList<>(products.values());
    best.sort(Comparator.comparingLong(Sold::salesMinor).reversed());
    return List.copyOf(best.subList(0, Math.min(MOST_PRODUCTS, best.size())));
  }

  /** Bills whose trip needed more than one attempt. */
  private static int corrected(List<SettlementRow> paid) {
    return (int) paid.stream().filter(row -> row.intent().key().attempt() > 1).count();
  }
}
