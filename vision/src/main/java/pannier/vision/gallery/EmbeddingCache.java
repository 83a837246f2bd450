package pannier.vision.gallery;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import pannier.vision.cache.CacheFolder;

/**
 * Embeddings of photos seen before, on disk, by the content of the photo and of the model. What it
 * gives back is what was put in, to the bit; an entry that is damaged is as good as none.
 *
 * <p>Safe for any threads and processes. A disk that cannot be written costs time, not results.
 */
final class EmbeddingCache {
  /** Part of every key: to be raised when decoding, preprocessing or runtime change results. */
  private static final String ARITHMETIC = "1";

  private final @Nullable Path folder;
  private final int dimensions;

  private EmbeddingCache(@Nullable Path folder, int dimensions) {
    this.folder = folder;
    this.dimensions = dimensions;
  }

  /** The cache of this user for the model with that digest. */
  static EmbeddingCache ofUser(String modelSha256, int dimensions) {
    try {
      return in(CacheFolder.folder("embeddings"), modelSha256, dimensions);
    } catch (IOException e) {
      return new EmbeddingCache(null, dimensions);
    }
  }

  static EmbeddingCache in(Path folder, String modelSha256, int dimensions) throws IOException {
    Path own = folder.resolve(modelSha256.substring(0, 16) + "-" + ARITHMETIC);
    Files.createDirectories(own);
    return new EmbeddingCache(own, dimensions);
  }

  Optional<float[]> find(String photoSha256) {
    if (folder == null) {
      return Optional.empty();
    }
    try {
      return unpack(Files.readAllBytes(folder.resolve(photoSha256)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  void put(String photoSha256, float[] embedding) {
    if (folder == null) {
      return;
    }
    try {
      Path own = Files.createTempFile(folder, ".writing-", "");
      Files.write(own, pack(embedding));
      Files.move(own, folder.resolve(photoSha256), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      // Found again by computing it again.
    }
  }

  private static byte[] pack(float[] embedding) {
    byte[] content = new byte[embedding.length * Float.BYTES + Integer.BYTES];
    ByteBuffer buffer = buffer(content);
    buffer.asFloatBuffer().put(embedding);
    buffer.putInt(embedding.length * Float.BYTES, checksum(content));
    return content;
  }

  private Optional<float[]> unpack(byte[] content) {
    ByteBuffer buffer = buffer(content);
    int end = dimensions * Float.BYTES;
    if (content.length != end + Integer.BYTES || buffer.getInt(end) != checksum(content)) {
      return Optional.empty();
    }
    float[] embedding = new float[dimensions];
    buffer.asFloatBuffer().get(embedding);
    return Optional.of(embedding);
  }

  /** Of all but the last four bytes, which hold it. */
  private static int checksum(byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(content, 0, content.length - Integer.BYTES);
    return (int) crc.getValue();
  }

  private static ByteBuffer buffer(byte[] content) {
    return ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
  }
}
