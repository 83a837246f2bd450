package pannier.hal.recording;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import pannier.hal.LoadCells;
import pannier.hal.MotionSensor;
import pannier.hal.contract.LoadCellsContract;
import pannier.hal.contract.MotionSensorContract;

/**
 * Recordings of two seconds at 80 rows a second keep the contracts of the devices they stand for.
 */
class RecordedDevicesTest {
  private static final int ROWS = 160;

  @TempDir Path folder;
  private final AtomicLong cartNanos = new AtomicLong();

  private Path csv(String header, IntFunction<String> row) throws Exception {
    String rows =
        IntStream.range(0, ROWS)
            .mapToObj(n -> n * 12.5 + "," + row.apply(n))
            .collect(Collectors.joining("\n"));
    return Files.writeString(folder.resolve("recording.csv"), header + "\n" + rows);
  }

  @Nested
  class AsLoadCells extends LoadCellsContract {
    @Override
    protected LoadCells open() throws Exception {
      Path csv = csv("t_ms,front_left_g,front_right_g,rear_left_g,rear_right_g", n -> n + ",2,,-4");
      return RecordedLoadCells.open(csv, cartNanos::get);
    }

    @Override
    protected boolean present() {
      return true;
    }

    @Override
    protected void letPass(Duration time) {
      cartNanos.addAndGet(time.toNanos());
    }

    @Override
    protected long cartNanos() {
      return cartNanos.get();
    }
  }

  @Nested
  class AsMotionSensor extends MotionSensorContract {
    @Override
    protected MotionSensor open() throws Exception {
      Path csv = csv("t_ms,tilt_deg,acceleration_mps2", n -> -n / 10.0 + "," + -n / 100.0);
      return RecordedMotion.open(csv, cartNanos::get);
    }

    @Override
    protected boolean present() {
      return true;
    }

    @Override
    protected void letPass(Duration time) {
      cartNanos.addAndGet(time.toNanos());
    }

    @Override
    protected long cartNanos() {
      return cartNanos.get();
    }
  }
}
