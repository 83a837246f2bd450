package pannier.simulator.evaluate;

import java.util.ArrayList;
import java.util.List;
import pannier.app.loop.Settlements;
import pannier.domain.basket.Bill;
import pannier.domain.trip.Input;

/** A gate that takes payment for every bill at once, where settlement is not what is tried. */
public final class InstantGate implements Settlements {
  private final List<Input> answers = new ArrayList<>();

  @Override
  public void submit(Bill bill) {
    answers.add(new Input.GateSettled(bill.attempt(), "R-" + bill.attempt()));
  }

  @Override
  public void cancel(String tripId, int attempt) {
    answers.add(new Input.GateDeclined(attempt, "voided"));
  }

  @Override
  public void logIn(String code) {
    answers.add(new Input.LoginRefused("code-unknown"));
  }

  @Override
  public List<Input> drain() {
    List<Input> drained = List.copyOf(answers);
    answers.clear();
    return drained;
  }

  @Override
  public void close() {
    answers.clear();
  }
}
