package pannier.gate;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Currency;
import java.util.Optional;
import pannier.domain.money.Money;
import pannier.gate.coap.CartKeys;
import pannier.gate.ledger.LedgerPlace;
import pannier.gate.settlement.OfflineLimits;

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
 * @param offline what is let out while ledger or provider are out of reach; empty: nothing
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
    Optional<OfflineLimits> offline) {

  /** Where accounts and log of staff lie. */
  public Path staffFile() {
    return data.resolve("staff.db");
  }

  /** Where the keys of Stripe's payments lie. */
  public Path stripeFile() {
    return data.resolve("stripe.db");
  }

  /** Where the key lies with which the gate signs receipts. */
  public Path sealFile() {
    return data.resolve("receipt-key");
  }

  /** Where lies what came with disputes. */
  public Path proofFile() {
    return data.resolve("proofs.db");
  }

  /** Where the till's book lies. */
  public Path tillFile() {
    return data.resolve("till.db");
  }

  /** Where it stands which card is reserved for which trip. */
  public Path reserveFile() {
    return data.resolve("reserve.db");
  }

  /** Where the sandbox provider keeps its book. */
  public Path sandboxFile() {
    return data.resolve("sandbox.db");
  }
}
