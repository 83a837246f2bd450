package pannier.gate.console;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import pannier.domain.catalogue.Catalogue;
import pannier.gate.checkpoint.BasketMove;
import pannier.gate.fleet.Fleet;
import pannier.gate.ledger.LedgerReport;
import pannier.gate.pairing.Doorkeeper;

/** What the console works with. */
public record ConsoleParts(Carts carts, Books books, Accounts accounts, StaffLog log, Shop shop) {

  /** Those that are heard of, and those that may be. */
  public record Carts(Fleet fleet, Doorkeeper keeper) {}

  /** What was paid, and what staff do about it. */
  public record Books(LedgerReport ledger, Desks desks, Moving moving) {}

  /**
   * Moves baskets.
   *
   * @param catalogue that names what lies in them
   */
  public record Moving(BasketMove move, Catalogue catalogue) {}

  /**
   * @param currency ISO 4217
   * @param catalogue the gate's own, which managers may replace; empty: not from here
   * @param zone whose midnight ends a day
   */
  public record Shop(String currency, InstantSource clock, ZoneId zone, Optional<Path> catalogue) {}

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
