package pannier.gate.console;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pannier.gate.audit.Draw;

/**
 * What the console shows all the time. Times are milliseconds since 1970, amounts minor units.
 *
 * @param carts by id
 * @param payments of today, newest first
 * @param cash to be taken or handed out at the till, oldest first
 * @param letOut on the gate's own word and not paid, oldest first
 */
record ConsoleView(
    List<Cart> carts, List<Payment> payments, List<Cash> cash, List<LetOut> letOut, Sum today) {
  /**
   * @param waitingSince null if it does not wait for staff
   * @param orders that it has not done
   * @param tab what its shopper would pay by now; null without a trip
   * @param work of staff while it is free; null if nobody came
   * @param check that its bill waits for; null if it was not drawn
   * @param condition of its battery and radio; null if it says nothing of them
   */
  record Cart(
      String id,
      String state,
      String trip,
      boolean silent,
      long heard,
      @Nullable Long waitingSince,
      Needs needs,
      int orders,
      @Nullable Tab tab,
      @Nullable Work work,
      @Nullable Check check,
      @Nullable Condition condition) {}

  /**
   * @param chargePercent null without a gauge
   * @param signalDbm null on a cable
   */
  record Condition(@Nullable Integer chargePercent, @Nullable Integer signalDbm) {}

  /**
   * A bill that was drawn: staff look before it is paid.
   *
   * @param score of its risk, 0 to 1,000
   * @param oddsPpm how likely it was to be drawn, in millionths
   */
  record Check(long totalMinor, long since, int score, int oddsPpm, List<Draw.Reason> reasons) {}

  /**
   * @param open they are still there
   * @param result the last one, as the cart says it; may be empty
   */
  record Work(String staff, boolean open, String result) {}

  record Tab(long totalMinor, int pieces) {}

  /**
   * @param key names it to the till
   * @param code that the shopper says; empty for a refund
   * @param cart empty where it is not known
   * @param asked the shopper pays; otherwise money is handed out
   */
  record Cash(String key, String code, String cart, boolean asked, long amountMinor, long at) {}

  /**
   * @param fate {@code WAITING}, {@code UNCOLLECTED} or {@code FAILED}
   */
  record LetOut(String cart, String receipt, long totalMinor, long at, String fate) {}

  /**
   * @param call why staff are called; empty if they are not
   */
  record Needs(String call, List<Open> open, List<String> doubts) {}

  record Open(int number, boolean held, long massGrams) {}

  /**
   * @param receipt null if there is none
   */
  record Payment(
      String cart, String state, long totalMinor, int pieces, long at, @Nullable String receipt) {}

  record Sum(String currency, int paid, int declined, long salesMinor) {}
}
