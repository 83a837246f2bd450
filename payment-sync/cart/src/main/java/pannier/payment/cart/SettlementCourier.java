package pannier.payment.cart;

import java.util.List;
import pannier.wire.SettlementKey;
import pannier.wire.SettlementRequest;

/** Carries bills to the gate until it has answered for good. No method waits. */
public interface SettlementCourier extends AutoCloseable {
  /**
   * Settle this bill. Repeated with the same key it is the same settlement, and its outcome is told
   * again; with the same key and another bill the outcome is a refusal.
   */
  void submit(SettlementRequest request);

  /** Make sure that nothing is charged under {@code key}; its outcome tells if it was too late. */
  void withdraw(SettlementKey key);

  /**
   * Fetch this of the store, and ask again until there is an answer; {@link #drainFetched} gives it
   * if there is something that the cart does not have.
   */
  void fetch(Wanted wanted);

  /** What was fetched since the last call, the newest last. */
  List<Wanted.Fetched> drainFetched();

  /** What was decided since the last call, in that order. */
  List<SettlementOutcome> drain();

  /** Asks the gate, once and soon, whether a code that a phone showed begins a trip. */
  void logIn(String code);

  /** What became of codes since the last call. */
  List<LoginOutcome> drainLogins();

  /** The trips that bills were sent of before this run of the program, oldest first. */
  List<String> tripsBefore();

  /** What has no answer yet. */
  List<Waiting> waiting();

  /** Ends at once; what has no answer stays in the outbox. */
  @Override
  void close();
}
