package pannier.vision.embed;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A model file and its sidecar, checked against each other. */
public final class EmbeddingModel {
  private static final String FOLDER = "/pannier/vision/model/";
  private static final String MODEL = "embedding.tflite";
  private static final String SIDECAR = "embedding.json";

  private final ModelDescription description;
  private final byte[] content;

  private EmbeddingModel(ModelDescription description, byte[] content) {
    this.description = description;
    this.content = content;
  }

  /**
   * The model that comes with the program.
   *
   * @throws ModelException when it is missing or damaged
   */
  public static EmbeddingModel bundled() throws IOException {
    return checked(FOLDER, resource(SIDECAR), resource(MODEL));
  }

  /**
   * A model of a shop's own: {@code embedding.tflite} and {@code embedding.json} in that folder.
   *
   * @throws ModelException when the two do not fit each other
   */
  public static EmbeddingModel read(Path folder) throws IOException {
    return checked(
        folder + "/",
        Files.readAllBytes(folder.resolve(SIDECAR)),
        Files.readAllBytes(folder.resolve(MODEL)));
  }

  static EmbeddingModel checked(String folder, byte[] sidecar, byte[] content)
      throws ModelException {
    ModelDescription description =
        ModelDescription.parse(folder + SIDECAR, json(folder + SIDECAR, sidecar));
    String digest = sha256(content);
    if (!digest.equals(description.sha256())) {
      throw new ModelException(
          "%s%s: its SHA-256 is %s, but %s was made for %s"
              .formatted(folder, MODEL, digest, SIDECAR, description.sha256()));
    }
    return new EmbeddingModel(description, content);
  }

  public ModelDescription description() {
    return description;
  }

  /** The model file; not to be changed. */
  public byte[] content() {
    return content;
  }

  private static JsonNode json(String file, byte[] content) throws ModelException {
    try {
      return new ObjectMapper().readTree(content);
    } catch (JacksonException e) {
      throw new ModelException(
          "%s: not JSON at line %d: %s"
              .formatted(file, e.getLocation().getLineNr(), e.getOriginalMessage()),
          e);
    } catch (IOException e) {
      throw new ModelException(file + ": " + e.getMessage(), e);
    }
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = EmbeddingModel.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new ModelException("the program was built without its model " + FOLDER + name);
      }
      return in.readAllBytes();
    }
  }

  /** In lower-case hexadecimal digits. */
  public static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
