package pannier.simulator.scenario;

import java.util.List;
import java.util.Optional;
import pannier.app.loop.CartSensors;
import pannier.domain.evidence.Code;
import pannier.domain.trip.CartCore;
import pannier.domain.trip.CartState;
import pannier.domain.trip.Input;

/** The heart of the cart without disk and gate; the script speaks for the gate. */
final class HeartAlone implements Playing {
  private final CartCore core;
  private final CartSensors sensors;
  private CartState state;

  HeartAlone(CartCore core, CartSensors sensors) {
    this.core = core;
    this.sensors = sensors;
    this.state = core.start(0);
  }

  @Override
  public Optional<CartCore.Step> tick(long nanos, List<Input> inputs) {
    CartCore.Step step = core.tick(state, sensors.drain(nanos, inputs));
    state = step.state();
    return Optional.of(step);
  }

  @Override
  public CartState state() {
    return state;
  }

  @Override
  public void roam(int gate) {}

  @Override
  public void phone(String name, Optional<String> forCart) {}

  @Override
  public void takenElsewhere(String name) {}

  @Override
  public Code shown(String name) {
    return new Code(Code.Symbology.QR, Code.LOGIN + name);
  }

  @Override
  public Optional<String> gates() {
    return Optional.empty();
  }

  @Override
  public void close() {
    sensors.close();
  }
}
