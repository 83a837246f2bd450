package pannier.gate;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Currency;
import java.util.Optional;
import pannier.domain.money.Money;
import pannier.gate.audit.Odds;
import pannier.gate.coap.CartKeys;
import pannier.gate.ledger.LedgerPlace;
import pannier.gate.settlement.OfflineLimits;
import pannier.gate.shelf.Shelf;

/**
 * What a gate is told at its start.
 *
 * @param listen port 0 takes any that is free
 * @param data the folder of {@code ledger.db} and {@code sandbox.db}; made where it is missing
 * @param catalogue the shop's products in CSV or JSON
 * @param rules promotions, taxes and benefits in JSON; empty: prices alone
 * @param stripe a file with the secret key of the store's Stripe account; empty: cards go to the
 *     sandbox
 * @param console where the staff console is served; empty: nowhere
 * @param reserve what of a shopper's card is reserved when a trip begins, and by how much it is
 *     raised; empty: nothing
 * @param currency what the catalogue must be in
 * @param ledger where the ledger is
 * @param gallery folder of {@code PRODUCT/*.jpg} that carts fetch and enrol; empty: they have their
 *     own
 * @param release folder of a version of the carts' program, its signature and its stage; empty:
 *     none
 * @param offline what is let out while ledger or provider are out of reach; empty: nothing
 * @param spotChecks how likely bills are drawn for staff to look into; empty: none is
 * @param barrier a file that stands for the barrier: a line for each opening; empty: the log
 */
public record GateConfig(
    InetSocketAddress listen,
    Path data,
    Path catalogue,
    Currency currency,
    CartKeys readers,
    Optional<Path> rules,
    Optional<Path> stripe,
    Optional<ConsolePlace> console,
    Optional<Path> barrier,
    Optional<Money> reserve,
    LedgerPlace ledger,
    Optional<OfflineLimits> offline,
    Optional<Odds> spotChecks,
    Optional<Path> gallery,
    Optional<Path> release) {

  /** Where the gate keeps its other books: beside the ledger. */
  public Shelf shelf() {
    return switch (ledger) {
      case LedgerPlace.InFile _ -> new Shelf.InFolder(data);
      case LedgerPlace.OnServer server -> new Shelf.OnServer(server.url(), server.reach());
    };
  }

  /** Where the key lies with which the gate signs receipts. */
  public Path sealFile() {
    return data.resolve("receipt-key");
  }
}
