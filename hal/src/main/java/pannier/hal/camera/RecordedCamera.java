package pannier.hal.camera;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import pannier.hal.BadRecordingException;
import pannier.hal.Camera;
import pannier.hal.Connection;
import pannier.hal.Frame;
import pannier.hal.Recording;

/**
 * A video file played as a camera on the cart's clock: {@link #poll} gives each frame once, in
 * order, from its capture time on. Nothing is skipped: whoever steps the clock polls until it is
 * empty.
 *
 * <p>Decoding is lazy, on the caller's thread, and gives the same bytes each time. Damage inside a
 * frame, which only decoding shows, ends the recording there and {@link #requireIntact} tells it.
 */
public final class RecordedCamera implements Camera, Recording {
  /** A decoder may keep back a last frame or two that refer to missing ones. */
  private static final int TOLERATED_FRAMES = 5;

  private final Path file;
  private final LongSupplier cartNanos;
  private final long offsetNanos;
  private final long lastFrameNanos;
  private final VideoDecoder decoder;
  private final BgrPicture picture;
  private @Nullable BadRecordingException damage;
  private int frames;
  private long decodedNanos;
  private boolean waiting;
  private boolean ended;
  private boolean closed;

  private RecordedCamera(
      Path file,
      LongSupplier cartNanos,
      long offsetNanos,
      long lastFrameNanos,
      VideoDecoder decoder) {
    this.file = file;
    this.cartNanos = cartNanos;
    this.offsetNanos = offsetNanos;
    this.lastFrameNanos = lastFrameNanos;
    this.decoder = decoder;
    this.picture = new BgrPicture(decoder.turn());
    this.decodedNanos = -decoder.frameNanos();
  }

  static RecordedCamera open(Path file, LongSupplier cartNanos, long offsetNanos)
      throws BadRecordingException, MissingLibraryException {
    if (!Files.isRegularFile(file)) {
      throw new BadRecordingException(file, "start", "no such file", "a video file is needed");
    }
    FfmpegLibraries.loadForFiles();
    long lastFrameNanos = VideoSurvey.lastFrameNanos(file);
    try {
      return new RecordedCamera(
          file, cartNanos, offsetNanos, lastFrameNanos, VideoDecoder.open(VideoInput.file(file)));
    } catch (FfmpegException unusable) {
      throw VideoSurvey.notAVideo(file, unusable);
    }
  }

  @Override
  public Optional<Frame> poll() {
    if (!decodeAhead() || decodedNanos + offsetNanos > cartNanos.getAsLong()) {
      return Optional.empty();
    }
    waiting = false;
    try {
      return Optional.of(picture.fill(decoder, decodedNanos + offsetNanos));
    } catch (FfmpegException broken) {
      endBroken(broken.text());
      return Optional.empty();
    }
  }

  /** Whether a decoded frame waits for its time to come. */
  private boolean decodeAhead() {
    if (!waiting && !ended && !closed) {
      try {
        waiting = decoder.next() == Progress.GOT_ONE;
        if (waiting) {
          stamp();
        } else {
          endWhole();
        }
      } catch (FfmpegException broken) {
        endBroken(broken.text());
      }
    }
    return waiting;
  }

  private void stamp() {
    long at = decoder.sinceStartNanos(decodedNanos);
    decodedNanos = frames == 0 ? at : Math.max(decodedNanos, at);
    frames++;
  }

  private void endWhole() {
    ended = true;
    long missing = lastFrameNanos - decodedNanos;
    if (missing > TOLERATED_FRAMES * decoder.frameNanos()) {
      endBroken("nothing that can be decoded");
    }
  }

  private void endBroken(String found) {
    ended = true;
    waiting = false;
    damage = VideoSurvey.damaged(file, frames, decodedNanos, lastFrameNanos, found);
  }

  @Override
  public Connection connection() {
    if (closed) {
      return new Connection.Absent("closed");
    }
    if (damage != null) {
      return new Connection.Absent(damage.getMessage());
    }
    return finished()
        ? new Connection.Absent("the recording has ended")
        : new Connection.Connected();
  }

  @Override
  public long endNanos() {
    return lastFrameNanos + offsetNanos;
  }

  @Override
  public boolean finished() {
    return closed || !decodeAhead();
  }

  @Override
  public void requireIntact() throws BadRecordingException {
    if (damage != null) {
      throw damage;
    }
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      waiting = false;
      decoder.close();
      picture.close();
    }
  }
}
