package pannier.app.loop;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import pannier.domain.trip.CartCore;
import pannier.domain.trip.CartState;
import pannier.domain.trip.Effect;
import pannier.domain.trip.Input;

/**
 * A whole cart but for its clock: sensors in, decisions made and kept, effects out. Whoever drives
 * it says when a tick is, and may look at what each tick gave. Used by one thread.
 */
public final class Cart implements AutoCloseable {
  private final CartSensors sensors;
  private final CartLoop loop;
  private final CartPanel panel;
  private final Settlements settlements;

  /** Takes all of them over and closes them. */
  public Cart(CartSensors sensors, CartLoop loop, CartPanel panel, Settlements settlements) {
    this.sensors = sensors;
    this.loop = loop;
    this.panel = panel;
    this.settlements = settlements;
  }

  /**
   * One tick.
   *
   * @param inputs what people did since the last one
   * @throws IOException if the decisions could not be kept: their effects have not gone out then
   */
  public CartCore.Step tick(long nanos, List<Input> inputs) throws IOException {
    List<Input> all = new ArrayList<>(inputs);
    all.addAll(settlements.drain());
    CartCore.Step step = loop.tick(sensors.drain(nanos, all));
    step.effects().forEach(this::carryOut);
    return step;
  }

  /** After a restart: what was under way is said again, under the same ids. */
  public void reissue(List<Effect> effects) {
    effects.forEach(this::carryOut);
  }

  public CartState state() {
    return loop.state();
  }

  private void carryOut(Effect effect) {
    switch (effect) {
      case Effect.Light light -> panel.show(light.colour());
      case Effect.Brake brake -> panel.hold(brake.holds());
      case Effect.Sound sound -> panel.sound(sound.tone());
      case Effect.Settle settle -> settlements.submit(settle.bill());
      case Effect.CancelSettlement cancel -> settlements.cancel(cancel.tripId(), cancel.attempt());
      case Effect.LogIn login -> settlements.logIn(login.code());
      case Effect.Show ignored -> {}
      case Effect.Say ignored -> {}
      case Effect.TellStaff ignored -> {}
    }
  }

  @Override
  public void close() {
    settlements.close();
    sensors.close();
    panel.close();
  }
}
