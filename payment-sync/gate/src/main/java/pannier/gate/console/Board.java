package pannier.gate.console;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pannier.gate.console.ConsoleView.Cart;
import pannier.gate.console.ConsoleView.Needs;
import pannier.gate.console.ConsoleView.Open;
import pannier.gate.console.ConsoleView.Payment;
import pannier.gate.console.ConsoleView.Sum;
import pannier.gate.console.ConsoleView.Tab;
import pannier.gate.fleet.Fleet;
import pannier.gate.ledger.LedgerReport.AwaitedCheck;
import pannier.gate.ledger.SettlementRow;
import pannier.gate.ledger.SettlementState;
import pannier.gate.settlement.OfflineDesk;
import pannier.wire.CartStatus;
import pannier.wire.ReceiptLine;

/** Fleet and ledger as the console shows them. */
record Board(Fleet fleet, ConsoleParts.Books books, ConsoleParts.Shop shop) {
  /** More are in the day's report. */
  private static final int MOST_PAYMENTS = 50;

  ConsoleView view() throws IOException {
    List<SettlementRow> today = of(LocalDate.ofInstant(shop.clock().instant(), shop.zone()));
    return new ConsoleView(
        carts(),
        today.stream()
            .sorted(Comparator.comparing((SettlementRow row) -> row.intent().at()).reversed())
            .limit(MOST_PAYMENTS)
            .map(Board::payment)
            .toList(),
        CashDesk.view(books.desks().till(), today),
        letOut(),
        sum(today));
  }

  private List<Cart> carts() throws IOException {
    Map<String, AwaitedCheck> checks = new HashMap<>();
    books.ledger().awaitedChecks().forEach(it -> checks.put(it.draw().key().tripId(), it));
    return fleet.carts().stream()
        .map(it -> cart(it, Optional.ofNullable(checks.get(it.status().tripId()))))
        .toList();
  }

  private static ConsoleView.Check check(AwaitedCheck it) {
    return new ConsoleView.Check(
        it.totalMinor(),
        it.at().toEpochMilli(),
        it.draw().score(),
        it.draw().lot().oddsPpm(),
        it.draw().reasons());
  }

  private List<ConsoleView.LetOut> letOut() throws IOException {
    return books.desks().offline().isEmpty()
        ? List.of()
        : books.desks().offline().get().unpaid().stream().map(Board::letOut).toList();
  }

  private static ConsoleView.LetOut letOut(OfflineDesk.LetOut it) {
    return new ConsoleView.LetOut(
        it.cartId(),
        it.receiptId(),
        it.unpaid().totalMinor(),
        it.at().toEpochMilli(),
        it.unpaid().fate().name());
  }

  /** What was begun on a day of the shop's. */
  List<SettlementRow> of(LocalDate day) throws IOException {
    return books.ledger().settlements(start(day), start(day.plusDays(1)));
  }

  Instant start(LocalDate day) {
    return day.atStartOfDay(shop.zone()).toInstant();
  }

  ZoneId zone() {
    return shop.zone();
  }

  Sum sum(List<SettlementRow> rows) {
    List<SettlementRow> paid =
        rows.stream().filter(row -> row.state() == SettlementState.SETTLED).toList();
    long declined = rows.stream().filter(row -> row.state() == SettlementState.DECLINED).count();
    return new Sum(
        shop.currency(),
        paid.size(),
        (int) declined,
        paid.stream().mapToLong(row -> row.intent().totalMinor()).sum());
  }

  private Cart cart(Fleet.Seen seen, Optional<AwaitedCheck> awaited) {
    return new Cart(
        seen.cartId(),
        seen.status().state(),
        seen.status().tripId(),
        fleet.silent(seen),
        seen.heard().toEpochMilli(),
        seen.waitingSince().map(Instant::toEpochMilli).orElse(null),
        new Needs(
            seen.status().call(),
            seen.status().open().stream()
                .map(open -> new Open(open.number(), open.held(), open.massGrams()))
                .toList(),
            seen.status().doubts()),
        seen.orders(),
        seen.status().tab().map(tab -> new Tab(tab.totalMinor(), tab.pieces())).orElse(null),
        seen.status()
            .machine()
            .work()
            .map(it -> new ConsoleView.Work(it.staff(), it.open(), it.result()))
            .orElse(null),
        awaited.map(Board::check).orElse(null),
        seen.status().machine().condition().map(Board::condition).orElse(null));
  }

  private static ConsoleView.Condition condition(CartStatus.Condition it) {
    return new ConsoleView.Condition(
        it.chargePercent().isPresent() ? it.chargePercent().getAsInt() : null,
        it.signalDbm().isPresent() ? it.signalDbm().getAsInt() : null);
  }

  static Payment payment(SettlementRow row) {
    return new Payment(
        row.intent().cartId(),
        row.state().name(),
        row.intent().totalMinor(),
        row.intent().lines().stream().mapToInt(ReceiptLine::pieces).sum(),
        row.intent().at().toEpochMilli(),
        row.receiptId().orElse(null));
  }
}
