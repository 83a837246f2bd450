package pannier.gate.console;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import pannier.gate.console.ConsoleView.Sum;
import pannier.gate.fleet.Fleet;
import pannier.gate.ledger.LedgerReport;

/** Figures in Prometheus' text format (version 0.0.4). */
record Metrics(Fleet fleet, Board board, LedgerReport ledger) {
  static final String TYPE = "text/plain; version=0.0.4";

  String text() throws IOException {
    List<Fleet.Seen> carts = fleet.carts();
    Sum today = board.view().today();
    Runtime runtime = Runtime.getRuntime();
    StringBuilder text = new StringBuilder();
    gauge(text, "carts", "carts heard of since the start", carts.size());
    gauge(
        text,
        "carts_silent",
        "carts that stopped telling",
        carts.stream().filter(fleet::silent).count());
    gauge(
        text,
        "carts_waiting",
        "carts that wait for staff",
        carts.stream().filter(Fleet.Seen::waits).count());
    gauge(
        text,
        "orders_waiting",
        "orders not done yet",
        carts.stream().mapToInt(Fleet.Seen::orders).sum());
    ofCarts(text, carts);
    gauge(text, "paid_today", "bills paid today", today.paid());
    gauge(text, "declined_today", "bills declined today", today.declined());
    gauge(text, "sales_today_minor_units", "sales of today in minor units", today.salesMinor());
    gauge(text, "captures_due", "captures not made yet", ledger.due());
    gauge(text, "heap_used_bytes", "memory in use", runtime.totalMemory() - runtime.freeMemory());
    return text.toString();
  }

  private static void ofCarts(StringBuilder text, List<Fleet.Seen> carts) {
    head(text, "cart_charge_percent", "charge of a cart's battery");
    head(text, "cart_signal_dbm", "strength of a cart's radio link");
    for (Fleet.Seen cart : carts) {
      cart.status()
          .machine()
          .condition()
          .ifPresent(
              it -> {
                it.chargePercent()
                    .ifPresent(value -> of(text, "cart_charge_percent", cart.cartId(), value));
                it.signalDbm()
                    .ifPresent(value -> of(text, "cart_signal_dbm", cart.cartId(), value));
              });
    }
  }

  private static void head(StringBuilder text, String name, String help) {
    text.append(
        String.format(
            Locale.ROOT,
            "# HELP pannier_gate_%1$s %2$s%n# TYPE pannier_gate_%1$s gauge%n",
            name,
            help));
  }

  private static void of(StringBuilder text, String name, String cartId, int value) {
    String label = cartId.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    text.append(
        String.format(Locale.ROOT, "pannier_gate_%s{cart=\"%s\"} %d%n", name, label, value));
  }

  private static void gauge(StringBuilder text, String name, String help, long value) {
    head(text, name, help);
    text.append(String.format(Locale.ROOT, "pannier_gate_%s %d%n", name, value));
  }
}
