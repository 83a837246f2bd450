package pannier.gate.console;

import java.time.InstantSource;
import java.time.ZoneId;
import pannier.gate.fleet.Fleet;
import pannier.gate.ledger.LedgerReport;

/**
 * What the console works with.
 *
 * @param currency of the shop, ISO 4217
 * @param zone whose midnight ends a day
 */
public record ConsoleParts(
    Fleet fleet,
    LedgerReport ledger,
    Accounts accounts,
    StaffLog log,
    String currency,
    InstantSource clock,
    ZoneId zone) {}
