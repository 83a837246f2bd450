package pannier.hal.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pannier.hal.Camera;
import pannier.hal.Frame;

/**
 * What all cameras must do. The camera opened must capture at least five frames in the second
 * after, if it is there.
 */
public abstract class CameraContract extends DeviceContract<Camera> {
  private static final Duration TICK = Duration.ofMillis(20);
  private static final int TICKS = 50;
  private static final int LARGEST_RING = 4;
  private static final int MOST_FRAMES_A_TICK = 10;

  /** The cart's clock, as the camera sees it. */
  protected abstract long cartNanos();

  @Test
  public void timesNeverGoBackNorAhead() throws Exception {
    try (Camera camera = open()) {
      long last = Long.MIN_VALUE;
      for (int tick = 0; tick < TICKS; tick++) {
        letPass(TICK);
        for (Optional<Frame> next = camera.poll(); next.isPresent(); next = camera.poll()) {
          long at = next.get().timestampNanos();
          assertTrue(at >= last, at + " after " + last);
          assertTrue(at <= cartNanos(), at + " is not captured yet at " + cartNanos());
          last = at;
        }
      }
      assertEquals(present(), last != Long.MIN_VALUE, "frames came");
    }
  }

  @Test
  public void frameIsGivenOnce() throws Exception {
    try (Camera camera = open()) {
      for (int tick = 0; tick < TICKS; tick++) {
        letPass(TICK);
        int frames = 0;
        while (camera.poll().isPresent()) {
          frames++;
          assertTrue(frames <= MOST_FRAMES_A_TICK, "the same frame again and again");
        }
      }
    }
  }

  @Test
  public void pixelsStayUntilTheNextPoll() throws Exception {
    try (Camera camera = open()) {
      for (int tick = 0; tick < TICKS; tick++) {
        letPass(TICK);
        Optional<Frame> frame = camera.poll();
        if (frame.isPresent()) {
          long sum = sum(frame.get());
          letPass(TICK);
          assertEquals(sum, sum(frame.get()), "the pixels changed in the caller's hands");
        }
      }
    }
  }

  @Test
  public void framesShareAFewPiecesOfNativeMemory() throws Exception {
    try (Camera camera = open()) {
      Set<Long> addresses = new HashSet<>();
      for (int tick = 0; tick < TICKS; tick++) {
        letPass(TICK);
        Optional<Frame> frame = camera.poll();
        frame.ifPresent(
            given -> {
              assertTrue(given.pixels().isNative());
              assertNotEquals(0L, given.pixels().address());
              addresses.add(given.pixels().address());
            });
      }
      assertTrue(addresses.size() <= LARGEST_RING, addresses.size() + " pieces of memory");
    }
  }

  @Test
  public void closedCameraHasNoFrames() throws Exception {
    Camera camera = open();
    letPass(TICK);
    camera.close();
    letPass(TICK);
    assertEquals(Optional.empty(), camera.poll());
  }

  private static long sum(Frame frame) {
    long sum = 0;
    for (int y = 0; y < frame.heightPx(); y++) {
      for (int x = 0; x < 3 * frame.widthPx(); x++) {
        long at = (long) y * frame.strideBytes() + x;
        sum = 31 * sum + frame.pixels().get(ValueLayout.JAVA_BYTE, at);
      }
    }
    return sum;
  }
}
