package pannier.gate.console;

import java.time.InstantSource;
import java.time.ZoneId;
import pannier.gate.fleet.Fleet;
import pannier.gate.ledger.LedgerReport;
import pannier.gate.pairing.Doorkeeper;
import pannier.gate.till.Till;

/** What the console works with. */
public record ConsoleParts(Carts carts, Books books, Accounts accounts, StaffLog log, Shop shop) {

  /** Those that are heard of, and those that may be. */
  public record Carts(Fleet fleet, Doorkeeper keeper) {}

  /** What was paid, and what is awaited at the till. */
  public record Books(LedgerReport ledger, Till till) {}

  /**
   * @param currency ISO 4217
   * @param zone whose midnight ends a day
   */
  public record Shop(String currency, InstantSource clock, ZoneId zone) {}

  Fleet fleet() {
    return carts.fleet();
  }

  LedgerReport ledger() {
    return books.ledger();
  }

  InstantSource clock() {
    return shop.clock();
  }

  ZoneId zone() {
    return shop.zone();
  }
}
