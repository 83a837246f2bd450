package pannier.domain.trip;

import java.util.ArrayList;
import java.util.List;
import pannier.domain.basket.Bill;
import pannier.domain.reconcile.Decision;

/** Numbers the effects of one tick. */
final class Outbox {
  private final List<Effect> effects = new ArrayList<>();
  private long count;

  Outbox(long count) {
    this.count = count;
  }

  long count() {
    return count;
  }

  List<Effect> effects() {
    return effects;
  }

  void show() {
    effects.add(new Effect.Show(++count));
  }

  void say(Notice.Kind kind) {
    say(Notice.of(kind));
  }

  void say(Notice notice) {
    effects.add(new Effect.Say(++count, notice));
  }

  void light(Effect.Colour colour) {
    effects.add(new Effect.Light(++count, colour));
  }

  void brake(boolean holds) {
    effects.add(new Effect.Brake(++count, holds));
  }

  void sound(Effect.Tone tone) {
    effects.add(new Effect.Sound(++count, tone));
  }

  void sound(Decision decision) {
    switch (decision) {
      case Decision.Added _ -> sound(Effect.Tone.ADDED);
      case Decision.Removed _ -> sound(Effect.Tone.REMOVED);
      case Decision.Asked _ -> sound(Effect.Tone.QUESTION);
      case Decision.Held _ -> sound(Effect.Tone.HOLD);
      case Decision.Resolved _ -> {}
    }
  }

  void tellStaff(String reason) {
    effects.add(new Effect.TellStaff(++count, reason));
  }

  void logIn(String code) {
    effects.add(new Effect.LogIn(++count, code));
  }

  Effect.Settle settle(Bill bill) {
    Effect.Settle settle = new Effect.Settle(++count, bill);
    effects.add(settle);
    return settle;
  }

  void again(Effect.Settle settle) {
    effects.add(settle);
  }

  void cancel(Bill bill) {
    effects.add(new Effect.CancelSettlement(++count, bill.tripId(), bill.attempt()));
  }
}
