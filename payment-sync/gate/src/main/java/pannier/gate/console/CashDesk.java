package pannier.gate.console;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pannier.gate.console.ConsoleView.Cash;
import pannier.gate.ledger.SettlementRow;
import pannier.gate.till.Till;
import pannier.web.HttpProblem;
import pannier.web.JsonBody;
import pannier.wire.HandOverCode;
import pannier.wire.SettlementKey;

/** Cash at the till: in the log first, then in the till's book. */
record CashDesk(ConsoleParts.Books books, StaffLog log, MoveDesk moving) {
  private static final String DEEDS = "taken, refused or handed-out";

  /** A settlement's payment: trip, attempt and, unless it is the first, its place. */
  private static final Pattern PAYMENT = Pattern.compile("(.+)/([0-9]{1,9})(?:#[0-9]+)?");

  /**
   * @param rows of the settlements that the cash may be for
   */
  static List<Cash> view(Till till, List<SettlementRow> rows) throws IOException {
    return till.tasks().stream().map(task -> cash(task, rows)).toList();
  }

  private static Cash cash(Till.Task task, List<SettlementRow> rows) {
    Optional<SettlementKey> key = settlement(task.key());
    String cart =
        rows.stream()
            .filter(row -> key.equals(Optional.of(row.intent().key())))
            .map(row -> row.intent().cartId())
            .findFirst()
            .orElse("");
    return new Cash(
        task.key(),
        key.map(HandOverCode::of).orElse(""),
        cart,
        task.asked(),
        task.amountMinor(),
        task.at().toEpochMilli());
  }

  private static Optional<SettlementKey> settlement(String key) {
    Matcher parts = PAYMENT.matcher(key);
    return parts.matches()
        ? Optional.of(new SettlementKey(parts.group(1), Integer.parseInt(parts.group(2))))
        : Optional.empty();
  }

  /** The receipt, where a cart that died can no longer ask for it; empty otherwise. */
  Map<String, Object> done(String staff, JsonBody body) throws IOException {
    String key = body.text("key", 200, "a payment that the till knows");
    String deed = body.text("deed", 20, DEEDS);
    Till.Task task =
        books.desks().till().tasks().stream()
            .filter(it -> it.key().equals(key) && it.asked() != deed.equals("handed-out"))
            .findFirst()
            .orElseThrow(() -> Refusal.CASH_GONE.problem());
    if (!List.of("taken", "refused", "handed-out").contains(deed)) {
      throw HttpProblem.wrong("deed", deed, DEEDS);
    }
    log.write(
        new StaffLog.Deed(staff, "cash-" + deed, "%s, %d".formatted(key, task.amountMinor()), ""));
    boolean open =
        task.asked()
            ? books.desks().till().paid(key, deed.equals("taken"), staff)
            : books.desks().till().handedOut(key, staff);
    if (!open) {
      throw Refusal.CASH_DONE.problem();
    }
    return task.asked() ? moving.afterCash(staff, key) : Map.of();
  }
}
