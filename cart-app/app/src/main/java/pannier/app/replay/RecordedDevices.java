package pannier.app.replay;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import pannier.app.replay.RecordedTrip.Film;
import pannier.hal.BadRecordingException;
import pannier.hal.Camera;
import pannier.hal.LoadCells;
import pannier.hal.MotionSensor;
import pannier.hal.Recording;
import pannier.hal.absent.AbsentLoadCells;
import pannier.hal.absent.AbsentMotionSensor;
import pannier.hal.camera.RecordedCamera;
import pannier.hal.camera.VideoCamera;
import pannier.hal.recording.RecordedLoadCells;
import pannier.hal.recording.RecordedMotion;

/** A recorded trip's files as devices on one stepped clock that begins at zero. One thread. */
public final class RecordedDevices implements AutoCloseable {
  private final SteppedClock clock = new SteppedClock();
  private final List<Recording> recordings = new ArrayList<>();
  private final List<Camera> cameras = new ArrayList<>();
  private LoadCells loadCells = new AbsentLoadCells("not recorded");
  private MotionSensor motion = new AbsentMotionSensor("not recorded");

  private RecordedDevices() {}

  /**
   * Opens them all.
   *
   * @throws IOException one line if one is broken; none stays open then
   */
  public static RecordedDevices open(RecordedTrip trip) throws IOException {
    RecordedDevices devices = new RecordedDevices();
    try {
      devices.add(trip);
      return devices;
    } catch (IOException | RuntimeException e) {
      devices.close();
      throw e;
    }
  }

  private void add(RecordedTrip trip) throws IOException {
    if (trip.scale().isPresent()) {
      RecordedLoadCells cells = RecordedLoadCells.open(trip.scale().get(), clock::nanos);
      recordings.add(cells);
      loadCells = cells;
    }
    if (trip.motion().isPresent()) {
      RecordedMotion recorded = RecordedMotion.open(trip.motion().get(), clock::nanos);
      recordings.add(recorded);
      motion = recorded;
    }
    for (Film film : trip.cameras()) {
      long offsetNanos = Math.round(film.offsetMillis() * 1e6);
      RecordedCamera camera = VideoCamera.openFile(film.video(), clock::nanos, offsetNanos);
      recordings.add(camera);
      cameras.add(camera);
    }
  }

  public List<Camera> cameras() {
    return List.copyOf(cameras);
  }

  public LoadCells loadCells() {
    return loadCells;
  }

  public MotionSensor motion() {
    return motion;
  }

  /** Now, on their clock. */
  public long nanos() {
    return clock.nanos();
  }

  /** Lets time pass. */
  public void advance(long byNanos) {
    clock.advance(byNanos);
  }

  /** When the last of them ends. */
  public long endNanos() {
    return recordings.stream().mapToLong(Recording::endNanos).max().orElse(0);
  }

  /** Whether everything was read, and its time has passed. */
  public boolean finished() {
    return recordings.stream()
        .allMatch(recording -> recording.finished() && recording.endNanos() <= clock.nanos());
  }

  /**
   * @throws BadRecordingException if one of them turned out broken on the way
   */
  public void requireIntact() throws BadRecordingException {
    for (Recording recording : recordings) {
      recording.requireIntact();
    }
  }

  @Override
  public void close() {
    cameras.forEach(Camera::close);
    loadCells.close();
    motion.close();
  }
}
