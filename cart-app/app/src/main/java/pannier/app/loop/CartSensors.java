package pannier.app.loop;

import java.util.ArrayList;
import java.util.List;
import pannier.domain.evidence.LoadSample;
import pannier.domain.evidence.MotionSample;
import pannier.domain.evidence.VisionReport;
import pannier.domain.trip.Input;
import pannier.domain.trip.TickRecord;
import pannier.hal.LoadCells;
import pannier.hal.LoadReading;
import pannier.hal.MotionReading;
import pannier.hal.MotionSensor;

/**
 * All that the cart perceives, drained once a tick into one record.
 *
 * @param vision one source a camera, by index
 * @param equipment what tells of troubles only
 */
public record CartSensors(
    List<VisionSource> vision, LoadCells loadCells, MotionSensor motion, Equipment equipment)
    implements AutoCloseable {
  public CartSensors {
    vision = List.copyOf(vision);
  }

  /** Of a cart whose other devices are never in trouble. */
  public CartSensors(List<VisionSource> vision, LoadCells loadCells, MotionSensor motion) {
    this(vision, loadCells, motion, Equipment.none());
  }

  /**
   * Everything that arrived since the last call.
   *
   * @param inputs what people and the gate did meanwhile
   */
  public TickRecord drain(long nanos, List<Input> inputs) {
    List<VisionReport> reports = new ArrayList<>();
    for (VisionSource source : vision) {
      reports.addAll(source.drain(nanos));
    }
    List<Input> all = new ArrayList<>(inputs);
    all.addAll(equipment.drain());
    return new TickRecord(
        nanos,
        loadCells.drain().stream().map(CartSensors::sample).toList(),
        motion.drain().stream().map(CartSensors::sample).toList(),
        reports,
        all);
  }

  /** A load reading as evidence. */
  public static LoadSample sample(LoadReading reading) {
    return new LoadSample(
        reading.timestampNanos(),
        reading.frontLeftGrams(),
        reading.frontRightGrams(),
        reading.rearLeftGrams(),
        reading.rearRightGrams());
  }

  /** A motion reading as evidence. */
  public static MotionSample sample(MotionReading reading) {
    return new MotionSample(
        reading.timestampNanos(), reading.tiltDegrees(), reading.accelerationMps2());
  }

  @Override
  public void close() {
    vision.forEach(VisionSource::close);
    loadCells.close();
    motion.close();
    equipment.close();
  }
}
