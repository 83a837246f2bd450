package pannier.gate.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pannier.wire.Receipt;
import pannier.wire.SettlementKey;

/**
 * The record of what was charged. Each method that changes it is one transaction: when it returns
 * it is durable, when it throws nothing has changed. Safe for use by many threads.
 */
public interface Ledger extends AutoCloseable {
  Optional<SettlementRow> find(SettlementKey key) throws LedgerException;

  /** Every attempt of a trip, the first one first. */
  List<SettlementRow> listTrip(String tripId) throws LedgerException;

  /** Every attempt that is not decided. */
  List<SettlementRow> listUndecided() throws LedgerException;

  /**
   * Records what is about to be authorised.
   *
   * @throws LedgerException too if the key is known, or another attempt of the trip is undecided or
   *     settled
   */
  void intend(Intent intent) throws LedgerException;

  /** Decides an intended attempt: its lines, tenders, reply and captures, all at once. */
  void settle(Receipt receipt) throws LedgerException;

  /** Decides an intended attempt: nothing is charged. */
  void decline(SettlementKey key, EncodedReply reply, Instant at) throws LedgerException;

  /** Records an attempt that never came and is declined. */
  void withdraw(Intent intent, EncodedReply reply) throws LedgerException;

  /** Records that the barrier opened; the first time stays. */
  void opened(SettlementKey key, Instant at) throws LedgerException;

  /** What is to be captured, oldest first. */
  List<Capture> listDue() throws LedgerException;

  /** Records that it is captured; repeated, it changes nothing. */
  void captured(Capture capture, Instant at) throws LedgerException;

  @Override
  void close();
}
