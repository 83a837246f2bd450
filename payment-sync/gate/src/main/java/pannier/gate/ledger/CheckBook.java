package pannier.gate.ledger;

import java.util.List;
import java.util.Optional;
import pannier.gate.audit.Drawing.Checked;
import pannier.gate.audit.Finding;
import pannier.gate.audit.Tally;
import pannier.wire.SettlementKey;

/** The ledger's draws for spot checks, and what they found. Each change is one transaction. */
public interface CheckBook {
  /** What was drawn for a trip's attempts, the first one first. */
  List<Checked> listTrip(String tripId) throws LedgerException;

  /** What was drawn for an attempt; empty where none was. */
  Optional<Checked> find(SettlementKey key) throws LedgerException;

  /**
   * Ends a drawn check; what it found counts for its signs from then on.
   *
   * @return whether it waited
   */
  boolean end(SettlementKey key, Finding finding) throws LedgerException;

  /** What ended checks found, by sign. */
  Tally tally() throws LedgerException;
}
