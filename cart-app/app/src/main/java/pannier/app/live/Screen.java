package pannier.app.live;

import java.io.PrintStream;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import pannier.app.bill.BillPrices;
import pannier.app.timeline.TripEvents;
import pannier.domain.money.Money;
import pannier.domain.trip.CartCore;
import pannier.domain.trip.Effect;
import pannier.domain.trip.Ending;
import pannier.domain.trip.TripState;
import pannier.wire.FrozenBill;
import pannier.wire.Receipt;
import pannier.wire.receipt.ReceiptText;

/** What the terminal prints: each tick's events, what the cart says, the bill, the receipt. */
final class Screen {
  private final PrintStream out;
  private final TripEvents events;
  private final BillPrices prices;
  private final Supplier<Optional<Receipt>> receipt;

  /**
   * @param receipt of the last bill that the gate settled
   */
  Screen(
      PrintStream out, TripEvents events, BillPrices prices, Supplier<Optional<Receipt>> receipt) {
    this.out = out;
    this.events = events;
    this.prices = prices;
    this.receipt = receipt;
  }

  void say(String sentence) {
    out.println("   " + sentence);
    out.flush();
  }

  /** Shows what a step changed. */
  void show(TripState before, CartCore.Step step) {
    events.step(step.episodes(), step.sensors(), step.decisions());
    for (Effect effect : step.effects()) {
      if (effect instanceof Effect.Say said) {
        say(said.notice().text());
      }
    }
    TripState now = step.state().trip();
    if (!now.getClass().equals(before.getClass())) {
      say(sentence(now));
    }
    out.flush();
  }

  private String sentence(TripState state) {
    return switch (state) {
      case TripState.Idle idle ->
          idle.ending() instanceof Ending.Quiet ? "this cart is free" : idle.ending().text();
      case TripState.Shopping _ -> "shopping";
      case TripState.Asking _ -> "a question is open";
      case TripState.NeedsStaff staff -> "staff are called: " + staff.call().text();
      case TripState.Reviewing review -> bill(prices.freeze(review.bill()));
      case TripState.Settling _ -> "paying at the gate";
      case TripState.Settled settled ->
          receipt
              .get()
              .map(given -> ReceiptText.render(given, Locale.ENGLISH))
              .orElse("paid, receipt " + settled.receiptId());
      case TripState.Declined declined -> "not paid: " + declined.reason();
    };
  }

  private static String bill(FrozenBill bill) {
    StringBuilder text = new StringBuilder("the bill:");
    bill.lines()
        .forEach(line -> text.append("%n%6d × %s".formatted(line.pieces(), line.product())));
    long due = bill.terms().dueMinor().orElse(bill.totalMinor());
    Money total = new Money(due, Currency.getInstance(bill.currency()));
    return text.append("%n   total %s".formatted(total)).toString();
  }
}
