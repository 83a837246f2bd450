package pannier.app.pair;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.opencv.core.Mat;
import pannier.app.BadInputException;
import pannier.domain.evidence.Code;
import pannier.hal.Camera;
import pannier.hal.Frame;
import pannier.vision.codes.CodeReader;
import pannier.vision.motion.Shrinker;
import pannier.vision.photo.Photo;
import pannier.wire.MalformedMessageException;
import pannier.wire.PairingCode;

/** Finds the pairing code that somebody shows: in a picture, or before a camera. */
public final class ShownCode {
  private static final long PAUSE_NANOS = 20_000_000;

  private ShownCode() {}

  /**
   * Reads it from text.
   *
   * @param where the text stands, for the complaint; what is secret is not quoted
   */
  public static PairingCode parse(String where, String text) throws BadInputException {
    try {
      return PairingCode.parse(text);
    } catch (MalformedMessageException e) {
      throw new BadInputException(
          where, "code", "something else", "the text of a pairing code, PANNIER/P1/…");
    }
  }

  /** Reads it from a photo of a screen. */
  public static PairingCode inPhoto(Path photo) throws IOException {
    Mat picture = Photo.read(photo);
    try (CodeReader reader = new CodeReader()) {
      Optional<String> text = find(reader, picture);
      return parse(
          photo.toString(),
          text.orElseThrow(
              () ->
                  new BadInputException(
                      photo.toString(), "picture", "no pairing code", "a sharp QR code in it")));
    } finally {
      picture.release();
    }
  }

  /**
   * Waits until one is shown to a camera.
   *
   * @param alive told again and again meanwhile
   * @return empty if the thread is interrupted first
   */
  public static Optional<PairingCode> before(Camera camera, Runnable alive) {
    try (CodeReader reader = new CodeReader()) {
      while (!Thread.currentThread().isInterrupted()) {
        Optional<PairingCode> code = camera.poll().flatMap(frame -> find(reader, frame));
        if (code.isPresent()) {
          return code;
        }
        alive.run();
        LockSupport.parkNanos(PAUSE_NANOS);
      }
      return Optional.empty();
    }
  }

  private static Optional<PairingCode> find(CodeReader reader, Frame frame) {
    Mat picture = Shrinker.view(frame);
    try {
      return find(reader, picture).flatMap(ShownCode::whole);
    } finally {
      picture.release();
    }
  }

  private static Optional<PairingCode> whole(String text) {
    try {
      return Optional.of(PairingCode.parse(text));
    } catch (MalformedMessageException e) {
      return Optional.empty(); // another store's, or misread: the next picture tells
    }
  }

  private static Optional<String> find(CodeReader reader, Mat picture) {
    return reader.read(picture).stream()
        .map(Code::text)
        .filter(text -> text.startsWith(PairingCode.PREFIX))
        .findFirst();
  }
}
