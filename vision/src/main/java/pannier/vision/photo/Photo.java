package pannier.vision.photo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.opencv.core.CvException;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;
import pannier.vision.opencv.OpenCv;

/** Reads photo files whole or not at all. */
public final class Photo {
  /** Of a photo: what the largest cameras of phones make. */
  public static final long MOST_PIXELS = 200_000_000;

  private Photo() {}

  /**
   * Decodes a file, turned upright as its EXIF data says.
   *
   * @return 8-bit BGR, to be released by the caller
   * @throws PhotoException when the file is missing, cut off, damaged, or no photo
   */
  public static Mat read(Path file) throws IOException {
    return decode(file, bytes(file));
  }

  /** The file's content, undecoded. */
  public static byte[] bytes(Path file) throws PhotoException {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new PhotoException("%s: cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** Decodes content that was read from that file. */
  public static Mat decode(Path file, byte[] content) throws IOException {
    OpenCv.load();
    if (content.length == 0) {
      throw new PhotoException(file + ": is empty; a JPEG or PNG photo is expected");
    }
    if (JpegStructure.isJpeg(content)) {
      Optional<String> fault = JpegStructure.fault(content);
      if (fault.isPresent()) {
        throw new PhotoException("%s: broken JPEG: %s".formatted(file, fault.get()));
      }
    }
    OptionalLong pixels = PhotoSize.pixels(content);
    if (pixels.isEmpty()) {
      throw new PhotoException(file + ": cannot be decoded; a whole JPEG or PNG is expected");
    }
    if (pixels.getAsLong() > MOST_PIXELS) {
      throw new PhotoException(
          "%s: found %d pixels; expected at most %d"
              .formatted(file, pixels.getAsLong(), MOST_PIXELS));
    }
    MatOfByte encoded = new MatOfByte(content);
    try {
      Mat picture = Imgcodecs.imdecode(encoded, Imgcodecs.IMREAD_COLOR);
      if (picture.empty()) {
        throw new PhotoException(file + ": cannot be decoded; a whole JPEG or PNG is expected");
      }
      return picture;
    } catch (CvException e) {
      throw new PhotoException("%s: cannot be decoded: %s".formatted(file, e.getMessage()), e);
    } finally {
      encoded.release();
    }
  }
}
