package pannier.simulator.load.book;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pannier.gate.ledger.LedgerReport;
import pannier.gate.ledger.SettlementRow;
import pannier.gate.ledger.SettlementState;
import pannier.gate.provider.SandboxProvider;
import pannier.wire.Digest;
import pannier.wire.SettlementKey;

/**
 * The gate's side, read from its files.
 *
 * @param settled the ledger's paid attempts by their keys
 * @param chargedMinor what the provider reserved or took, by trip
 * @param openings what the barrier was told, as {@code trip/attempt receipt}
 */
public record Books(
    Map<String, Held.Paid> settled, Map<String, Long> chargedMinor, List<String> openings) {

  /**
   * Reads them.
   *
   * @param opened what the barriers were told
   * @param trips only those that begin so
   */
  public static Books read(
      LedgerReport ledger, SandboxProvider provider, List<String> opened, String trips)
      throws IOException {
    Map<String, Held.Paid> settled = new HashMap<>();
    for (SettlementRow row : ledger.heads()) {
      if (row.state() == SettlementState.SETTLED && tripOf(row).startsWith(trips)) {
        Digest reply = Digest.of(row.reply().orElseThrow().bytes());
        settled.put(
            row.intent().key().toString(),
            new Held.Paid(row.receiptId().orElseThrow(), row.intent().totalMinor(), reply));
      }
    }
    List<String> openings = opened.stream().filter(line -> line.startsWith(trips)).toList();
    return new Books(settled, charged(provider, trips), openings);
  }

  private static String tripOf(SettlementRow row) {
    return row.intent().key().tripId();
  }

  private static Map<String, Long> charged(SandboxProvider provider, String trips)
      throws IOException {
    Map<String, Long> charged = new HashMap<>();
    for (SandboxProvider.Entry entry : provider.entries()) {
      boolean taken = entry.state().equals("AUTHORISED") || entry.state().equals("CAPTURED");
      if (taken && entry.key().startsWith(trips)) {
        String trip = entry.key().substring(0, entry.key().lastIndexOf('/'));
        charged.merge(trip, entry.amountMinor(), Long::sum);
      }
    }
    return charged;
  }

  /** What is wrong; all zero if nothing is. */
  public record Faults(int lost, int chargedTwice, int openedWithoutRecord) {
    public static final Faults NONE = new Faults(0, 0, 0);

    public boolean none() {
      return equals(NONE);
    }
  }

  /**
   * Compares with what the carts hold. Lost is a receipt that ledger or provider do not have as the
   * cart does, an attempt that was never answered, and money of a trip without a receipt.
   */
  public Faults compare(List<Held> carts) {
    Map<String, Long> receipts = new HashMap<>();
    Set<String> trips = new HashSet<>();
    int lost = 0;
    for (Held held : carts) {
      SettlementKey key = held.key();
      trips.add(key.tripId());
      if (!held.answered()) {
        lost++;
      } else if (held.receipt().isPresent()) {
        Held.Paid paid = held.receipt().get();
        receipts.merge(key.tripId(), paid.totalMinor(), Long::sum);
        lost += paid.equals(settled.get(key.toString())) ? 0 : 1;
      }
    }
    int twice = 0;
    trips.addAll(chargedMinor.keySet());
    for (String trip : trips) {
      long charged = chargedMinor.getOrDefault(trip, 0L);
      long owed = receipts.getOrDefault(trip, 0L);
      twice += owed > 0 && charged > owed ? 1 : 0;
      lost += charged < owed || (owed == 0 && charged > 0) ? 1 : 0;
    }
    return new Faults(lost, twice + settledTwice(), unrecorded());
  }

  private int settledTwice() {
    Set<String> trips = new HashSet<>();
    int twice = 0;
    for (String key : settled.keySet()) {
      twice += trips.add(key.substring(0, key.lastIndexOf('/'))) ? 0 : 1;
    }
    return twice;
  }

  private int unrecorded() {
    int without = 0;
    for (String opening : openings) {
      int space = opening.indexOf(' ');
      Held.Paid paid = settled.get(opening.substring(0, space));
      without += paid != null && paid.receiptId().equals(opening.substring(space + 1)) ? 0 : 1;
    }
    return without;
  }
}
