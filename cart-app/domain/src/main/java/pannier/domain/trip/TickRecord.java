package pannier.domain.trip;

import java.util.List;
import pannier.domain.evidence.LoadSample;
import pannier.domain.evidence.MotionSample;
import pannier.domain.evidence.VisionReport;

/**
 * Everything that arrived since the last tick. The whole of the input of {@link CartCore}: a trip
 * can be played again from its tick records alone.
 *
 * @param nanos the tick's own time; ticks never go back
 * @param inputs what people did: the shopper, staff, the gate
 */
public record TickRecord(
    long nanos,
    List<LoadSample> load,
    List<MotionSample> motion,
    List<VisionReport> vision,
    List<Input> inputs) {
  public TickRecord {
    load = List.copyOf(load);
    motion = List.copyOf(motion);
    vision = List.copyOf(vision);
    inputs = List.copyOf(inputs);
  }

  /** Nothing arrived. */
  public boolean isEmpty() {
    return load.isEmpty() && motion.isEmpty() && vision.isEmpty() && inputs.isEmpty();
  }
}
