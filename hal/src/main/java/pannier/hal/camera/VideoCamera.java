package pannier.hal.camera;

import java.nio.file.Path;
import java.util.function.LongSupplier;
import pannier.hal.BadRecordingException;

/** Opens cameras that FFmpeg reads. */
public final class VideoCamera {
  private VideoCamera() {}

  /**
   * Opens a video file as a camera that plays on the cart's clock. The whole file is read through
   * once (not decoded), so that one which was cut short is refused here.
   *
   * @param cartNanos the cart's clock, stepped or real
   * @param offsetNanos the cart's time at the video's start
   * @throws BadRecordingException if it is no video, has no video stream, or was cut short
   * @throws MissingLibraryException if FFmpeg cannot be loaded here
   */
  public static RecordedCamera openFile(Path file, LongSupplier cartNanos, long offsetNanos)
      throws BadRecordingException, MissingLibraryException {
    return RecordedCamera.open(file, cartNanos, offsetNanos);
  }
}
