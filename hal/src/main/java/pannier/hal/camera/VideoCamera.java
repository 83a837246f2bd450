package pannier.hal.camera;

import java.nio.file.Path;
import java.util.List;
import java.util.function.LongSupplier;
import pannier.hal.BadRecordingException;
import pannier.hal.Camera;

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

  /**
   * Opens a V4L2 device. Returns at once: a thread of its own opens it, reads it and keeps the
   * newest frame, stamped with its capture time on the cart's clock. A camera that is not there, or
   * falls silent for a second, is absent with a reason, and is tried again until it is closed.
   *
   * @param v4l2Device such as {@code /dev/video0}
   * @param widthPx 1 or more; the driver may choose the nearest size that it has
   * @param heightPx 1 or more
   * @param fps 1 or more
   * @param cartNanos the cart's clock, read on the camera's own thread
   * @throws IllegalArgumentException for a size or rate below one
   */
  public static Camera openDevice(
      String v4l2Device, int widthPx, int heightPx, int fps, LongSupplier cartNanos) {
    if (widthPx < 1 || heightPx < 1 || fps < 1) {
      throw new IllegalArgumentException(
          "%s at %d x %d, %d fps".formatted(v4l2Device, widthPx, heightPx, fps));
    }
    List<VideoInput> ways = VideoInput.v4l2(v4l2Device, widthPx, heightPx, fps);
    return LiveCamera.start(v4l2Device, () -> openFirst(v4l2Device, ways), cartNanos);
  }

  private static VideoDecoder openFirst(String device, List<VideoInput> ways)
      throws FfmpegException, MissingLibraryException {
    FfmpegLibraries.loadForDevices();
    FfmpegException refused = new FfmpegException("no way to open it");
    for (VideoInput way : ways) {
      try {
        return VideoDecoder.open(way);
      } catch (FfmpegException next) {
        refused = next;
      }
    }
    throw new FfmpegException(device + ": " + refused.text());
  }
}
