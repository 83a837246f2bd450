package pannier.gate.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pannier.gate.audit.Draw;
import pannier.pricing.refund.PaidBill;
import pannier.wire.Receipt;
import pannier.wire.RefundSlip;
import pannier.wire.SettlementKey;

/**
 * The record of what was charged. Each method that changes it is one transaction: when it returns
 * it is durable. When it throws nothing has changed, or the way to a server broke while it said so;
 * then {@link #find} tells. Safe for use by many threads, and by many gates.
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
  default void intend(Intent intent) throws LedgerException {
    intend(intent, Optional.empty());
  }

  /**
   * Records what is about to be authorised, with what the lot said of it.
   *
   * @throws LedgerException as {@link #intend(Intent)}
   */
  void intend(Intent intent, Optional<Draw> draw) throws LedgerException;

  /** The draws for spot checks. */
  CheckBook checks();

  /**
   * Decides an intended attempt: its lines, tenders, reply and captures, all at once.
   *
   * @return the reply that is kept
   */
  EncodedReply settle(Receipt receipt) throws LedgerException;

  /**
   * Decides an intended attempt whose goods left on a promise that nobody pays: the sum stands as
   * uncollected, and nothing is to be captured.
   */
  void settleUncollected(Receipt receipt) throws LedgerException;

  /** Decides an intended attempt: nothing is charged. */
  void decline(SettlementKey key, EncodedReply reply, Instant at) throws LedgerException;

  /**
   * Decides that an intended attempt shall not be charged, before the provider is told so: from
   * then on no gate settles it.
   *
   * @return the reason that stands, the first one; empty if the attempt is decided
   */
  Optional<String> giveUp(SettlementKey key, String reason) throws LedgerException;

  /** Records an attempt that never came and is declined. */
  void withdraw(Intent intent, EncodedReply reply) throws LedgerException;

  /** Records that the barrier opened; the first time stays. */
  void opened(SettlementKey key, Instant at) throws LedgerException;

  /** What is to be captured, oldest first; of very much, the first part. */
  List<Capture> listDue() throws LedgerException;

  /**
   * What this gate is to capture now, oldest first; of very much, the first part. What another gate
   * settled, or took over, is its own for ten seconds at a time; what nobody captured until then is
   * this gate's for the next ten.
   *
   * @param now of this gate's clock; a claim that lies further off either way has ended, so that a
   *     wrong clock costs a second try at most
   */
  List<Capture> claimDue(Instant now) throws LedgerException;

  /** Records that it is captured; repeated, it changes nothing. */
  void captured(Capture capture, Instant at) throws LedgerException;

  /** A settled attempt by its receipt. */
  Optional<SettlementRow> findReceipt(String receiptId) throws LedgerException;

  /**
   * Gives money back for a line of a settled attempt, to the tenders that paid it: refund, postings
   * and what is due at the provider, all at once. The same order again changes nothing.
   *
   * @return the slips of the whole settlement, the newest last
   * @throws RefusedRefundException if nothing is settled under the key, the line has not that much
   *     left, or another refund has the id
   */
  List<RefundSlip> refund(RefundOrder order, Instant at)
      throws LedgerException, RefusedRefundException;

  /** The refunds of a settlement, oldest first. */
  List<RefundSlip> listRefunds(SettlementKey key) throws LedgerException;

  /** What of a settlement is still paid, refunds taken off; empty if it is not settled. */
  Optional<PaidBill> findPaid(SettlementKey key) throws LedgerException;

  /** What is still to go back at the provider, oldest first; its payment is captured. */
  List<RefundDue> listRefundsDue() throws LedgerException;

  /** Records that it went back; repeated, it changes nothing. */
  void wentBack(RefundDue due, Instant at) throws LedgerException;

  /** Keeps what the shopper says is wrong with a line; the same id again changes nothing. */
  void dispute(Dispute dispute, Instant at) throws LedgerException;

  /** Disputes that nobody decided, oldest first. */
  List<Dispute> listOpenDisputes() throws LedgerException;

  /** Decides an open dispute; true if it was open. What goes back is a refund of its own. */
  boolean decide(String disputeId, boolean granted, String staff, Instant at)
      throws LedgerException;

  @Override
  void close();
}
