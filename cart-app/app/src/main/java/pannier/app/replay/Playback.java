package pannier.app.replay;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import pannier.app.loop.CartLoop;
import pannier.app.loop.CartSensors;
import pannier.app.loop.SteppedVision;
import pannier.domain.evidence.VisionReport;
import pannier.domain.trip.CartCore;
import pannier.domain.trip.Input;
import pannier.domain.trip.TickRecord;

/** Plays recordings to the loop, tick by tick on stepped time, to the last evidence. */
final class Playback {
  private final RecordedDevices devices;
  private final CartSensors sensors;
  private final List<SteppedVision> vision;

  /**
   * @param sensors over the devices
   * @param vision the sensors' cameras
   */
  Playback(RecordedDevices devices, CartSensors sensors, List<SteppedVision> vision) {
    this.devices = devices;
    this.sensors = sensors;
    this.vision = List.copyOf(vision);
  }

  /**
   * Plays it all.
   *
   * @param start what is said before the first tick
   * @param steps is given what each tick gave, in order
   * @throws IOException if a recording turns out broken on the way, or the journal cannot be
   *     written
   */
  void play(CartLoop loop, List<Input> start, Consumer<CartCore.Step> steps) throws IOException {
    steps.accept(loop.tick(sensors.drain(devices.nanos(), start)));
    while (!devices.finished()) {
      devices.advance(CartLoop.TICK_NANOS);
      steps.accept(loop.tick(sensors.drain(devices.nanos(), List.of())));
      devices.requireIntact();
    }
    steps.accept(loop.tick(last()));
  }

  private TickRecord last() {
    devices.advance(CartLoop.TICK_NANOS);
    List<VisionReport> reports = new ArrayList<>();
    vision.forEach(source -> reports.addAll(source.finish()));
    return new TickRecord(
        devices.nanos(), List.of(), List.of(), reports, List.of(new Input.RecordEnded()));
  }
}
