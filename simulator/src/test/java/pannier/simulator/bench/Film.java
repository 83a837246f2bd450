package pannier.simulator.bench;

import java.io.IOException;
import java.nio.file.Path;
import pannier.hal.Frame;
import pannier.hal.camera.RecordedCamera;
import pannier.hal.camera.VideoCamera;

/** The clip, decoded frame by frame as a camera's pictures are. */
final class Film implements AutoCloseable {
  private final RecordedCamera camera;

  Film(Path folder) throws IOException {
    camera = VideoCamera.openFile(Clip.file(folder), () -> Long.MAX_VALUE, 0);
  }

  /** The next frame; valid until the one after it is asked for. */
  Frame next() {
    return camera.poll().orElseThrow(() -> new IllegalStateException("the clip is over"));
  }

  boolean over() {
    return camera.finished();
  }

  @Override
  public void close() {
    camera.close();
  }
}
