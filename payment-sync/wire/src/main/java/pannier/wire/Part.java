package pannier.wire;

/** A piece of a document, by its content. */
public record Part(Digest digest, int bytes) {
  /** A large photo. */
  public static final int MOST_BYTES = 8 * 1024 * 1024;

  public Part {
    if (bytes < 1 || bytes > MOST_BYTES) {
      throw new IllegalArgumentException(
          "bytes: found %d; expected 1 to %d".formatted(bytes, MOST_BYTES));
    }
  }

  public static Part of(byte[] content) {
    return new Part(Digest.of(content), content.length);
  }
}
