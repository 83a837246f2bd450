package pannier.gate.console;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import pannier.gate.checkpoint.CheckpointBook;
import pannier.gate.ledger.CheckBook;
import pannier.gate.mass.MassBook;
import pannier.gate.proof.DisputeDesk;
import pannier.gate.proof.ProofBook;
import pannier.gate.refund.Refunds;
import pannier.gate.settlement.GateParts;
import pannier.gate.settlement.OfflineDesk;
import pannier.gate.shelf.Shelf;
import pannier.gate.till.Till;

/**
 * Where staff handle money: cash, what goes back, and what disputes are decided by.
 *
 * @param disputes takes them from carts
 * @param checkpoints baskets that are under way
 * @param masses what carts weighed, and what it taught
 * @param checks what was drawn for a spot check
 * @param offline what was let out on the gate's own word; empty: nothing ever is
 */
public record Desks(
    Till till,
    Refunds refunds,
    ProofBook proofs,
    DisputeDesk disputes,
    CheckpointBook checkpoints,
    MassBook masses,
    CheckBook checks,
    Optional<OfflineDesk> offline)
    implements AutoCloseable {
  /**
   * At a gate, whose ledger and till stay its own.
   *
   * @param proofs file of what came with disputes; made where it is missing
   */
  public static Desks open(GateParts parts, Till till, Path proofs) throws IOException {
    Shelf beside = new Shelf.InFolder(proofs.toAbsolutePath().resolveSibling(".").normalize());
    return of(parts, till, ProofBook.open(proofs, parts.clock()), beside);
  }

  /** The same, with the proofs on {@code shelf}. */
  public static Desks open(GateParts parts, Till till, Shelf shelf) throws IOException {
    return of(parts, till, ProofBook.open(shelf, parts.clock()), shelf);
  }

  private static Desks of(GateParts parts, Till till, ProofBook book, Shelf shelf)
      throws IOException {
    Refunds refunds = new Refunds(parts.ledger(), parts.prices().rules(), parts.clock());
    return new Desks(
        till,
        refunds,
        book,
        new DisputeDesk(parts.ledger(), refunds, book),
        CheckpointBook.open(shelf, parts.clock()),
        MassBook.open(shelf, parts.catalogue(), parts.clock()),
        parts.ledger().checks(),
        parts.offline());
  }

  @Override
  public void close() {
    proofs.close();
    checkpoints.close();
    masses.close();
  }
}
