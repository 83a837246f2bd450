package pannier.vision.gallery;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import pannier.domain.catalogue.ProductId;
import pannier.vision.embed.ModelDescription;

/**
 * Galleries in files, written whole or not at all.
 *
 * <p>Version 3, little-endian: {@code PANNIERG}; int version; SHA-256 of the model (32 bytes); int
 * dimensions; int products; for each product int length and UTF-8 of its name, int references; all
 * references' floats; SHA-256 of what the calibration rests on (32 bytes); for each product its
 * handicap (double); slope and offset (doubles); int rows of the metric's inverse covariance (0 for
 * the plain cosine, and then nothing of it follows), its mean and those rows, and each reference's
 * length by it (floats); for each product that a picture may look like, int count, and so many
 * times the number of a product that it may be (int) and how likely (double); CRC-32 of everything
 * before (int).
 */
public final class GalleryFile {
  private static final byte[] MAGIC = "PANNIERG".getBytes(StandardCharsets.US_ASCII);
  private static final int VERSION = 3;
  private static final int DIGEST_BYTES = 32;

  private GalleryFile() {}

  /**
   * Replaces the file at once: who reads it sees the old gallery or the new one.
   *
   * @param modelSha256 of the model that made the embeddings, hexadecimal
   */
  public static void write(Path file, Gallery gallery, String modelSha256) throws IOException {
    ByteBuffer content = pack(gallery, modelSha256);
    Path folder = file.toAbsolutePath().getParent();
    Path own = Files.createTempFile(folder, ".gallery-", "");
    try {
      try (FileChannel channel = FileChannel.open(own, StandardOpenOption.WRITE)) {
        while (content.hasRemaining()) {
          channel.write(content);
        }
        channel.force(true);
      }
      Files.move(own, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(own);
    }
  }

  /**
   * Reads a gallery for this model. Its calibration is taken from the file when the model's rules
   * and backgrounds are still those it rests on, and else computed anew.
   *
   * @throws GalleryException when the file is no gallery, damaged, of a newer version, or made with
   *     another model
   */
  public static Gallery read(Path file, ModelDescription model) throws IOException {
    byte[] content = Files.readAllBytes(file);
    try {
      return unpack(content, model);
    } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new GalleryException("%s: damaged gallery: %s".formatted(file, e), e);
    } catch (GalleryException e) {
      throw new GalleryException(file + ": " + e.getMessage(), e);
    }
  }

  private static ByteBuffer pack(Gallery gallery, String modelSha256) {
    SortedMap<ProductId, List<float[]>> references = gallery.references();
    long floats = (long) gallery.size() * gallery.dimensions();
    long names = references.keySet().stream().mapToLong(p -> utf8(p).length + 8L).sum();
    long doubles = gallery.products().size() + 2L;
    Calibration calibration = gallery.calibration();
    Calibration.Basis basis = calibration.basis();
    List<float[]> metric = metric(basis);
    floats += metric.stream().mapToLong(row -> row.length).sum();
    LookAlikes lookAlikes = calibration.lookAlikes();
    long pairs = 0;
    for (int product = 0; product < references.size(); product++) {
      pairs += lookAlikes.truly(product).length;
    }
    long size =
        MAGIC.length
            + 2 * DIGEST_BYTES
            + 20
            + names
            + 4 * floats
            + 8 * doubles
            + 4L * references.size()
            + 12 * pairs;
    ByteBuffer out = ByteBuffer.allocate(Math.toIntExact(size)).order(ByteOrder.LITTLE_ENDIAN);
    out.put(MAGIC).putInt(VERSION).put(HexFormat.of().parseHex(modelSha256));
    out.putInt(gallery.dimensions()).putInt(references.size());
    references.forEach(
        (product, own) -> {
          byte[] name = utf8(product);
          out.putInt(name.length).put(name).putInt(own.size());
        });
    references.values().forEach(own -> put(out, own));
    out.put(gallery.basis());
    for (double handicap : calibration.handicap()) {
      out.putDouble(handicap);
    }
    out.putDouble(calibration.curve().slope()).putDouble(calibration.curve().offset());
    out.putInt(basis.metric().rows().size());
    put(out, metric);
    for (int product = 0; product < references.size(); product++) {
      put(out, lookAlikes.truly(product), lookAlikes.shares(product));
    }
    return out.putInt(checksum(out)).flip();
  }

  /** What is written of a metric that is not plain. */
  private static List<float[]> metric(Calibration.Basis basis) {
    List<float[]> rows = new ArrayList<>();
    if (!basis.metric().isPlain()) {
      rows.add(basis.metric().mean());
      rows.addAll(basis.metric().rows());
      rows.add(basis.likeness().lengths());
    }
    return rows;
  }

  private static void put(ByteBuffer out, List<float[]> rows) {
    for (float[] row : rows) {
      for (float value : row) {
        out.putFloat(value);
      }
    }
  }

  private static void put(ByteBuffer out, int[] products, double[] shares) {
    out.putInt(products.length);
    for (int i = 0; i < products.length; i++) {
      out.putInt(products[i]).putDouble(shares[i]);
    }
  }

  private static Gallery unpack(byte[] content, ModelDescription model) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    checkHead(in, model);
    int dimensions = in.getInt();
    int[] counts = new int[in.getInt()];
    List<ProductId> products = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      byte[] name = new byte[in.getInt()];
      in.get(name);
      products.add(new ProductId(new String(name, StandardCharsets.UTF_8)));
      counts[i] = in.getInt();
    }
    SortedMap<ProductId, List<float[]>> byProduct = new TreeMap<>();
    for (int i = 0; i < counts.length; i++) {
      byProduct.put(products.get(i), embeddings(in, counts[i], dimensions));
    }
    References references = new References(byProduct);
    byte[] basis = new byte[DIGEST_BYTES];
    in.get(basis);
    double[] handicap = new double[counts.length];
    for (int i = 0; i < handicap.length; i++) {
      handicap[i] = in.getDouble();
    }
    LogisticCurve curve = new LogisticCurve(in.getDouble(), in.getDouble());
    Calibration.Basis compared = basis(in, references.matrix());
    Calibration stored = new Calibration(compared, handicap, curve, lookAlikes(in, counts.length));
    GalleryRules rules = GalleryRules.parse(model.gallery());
    return Gallery.calibrated(references, model.backgrounds(), rules, stored, basis);
  }

  private static Calibration.Basis basis(ByteBuffer in, EmbeddingMatrix references) {
    int rows = in.getInt();
    int dimensions = references.dimensions();
    if (rows == 0) {
      Metric plain = Metric.plain(dimensions);
      return new Calibration.Basis(plain, Likeness.of(references, plain));
    }
    float[] mean = embeddings(in, 1, dimensions).getFirst();
    Metric metric = new Metric(mean, embeddings(in, rows, dimensions));
    float[] lengths = embeddings(in, 1, references.rows()).getFirst();
    return new Calibration.Basis(metric, new Likeness(references, lengths));
  }

  private static LookAlikes lookAlikes(ByteBuffer in, int products) {
    List<int[]> truly = new ArrayList<>();
    List<double[]> shares = new ArrayList<>();
    for (int product = 0; product < products; product++) {
      int[] numbers = new int[Objects.checkIndex(in.getInt(), products + 1)];
      double[] each = new double[numbers.length];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = Objects.checkIndex(in.getInt(), products);
        each[i] = in.getDouble();
      }
      truly.add(numbers);
      shares.add(each);
    }
    return new LookAlikes(truly, shares);
  }

  private static void checkHead(ByteBuffer in, ModelDescription model) throws GalleryException {
    byte[] magic = new byte[MAGIC.length];
    in.get(magic);
    if (!Arrays.equals(magic, MAGIC)) {
      throw new GalleryException("not a gallery file");
    }
    int version = in.getInt();
    if (version != VERSION) {
      throw new GalleryException(
          "gallery version %d; this program reads %d".formatted(version, VERSION));
    }
    int end = in.limit() - Integer.BYTES;
    if (in.getInt(end) != checksum(in.duplicate().position(end))) {
      throw new GalleryException("damaged gallery: its checksum is wrong");
    }
    byte[] digest = new byte[DIGEST_BYTES];
    in.get(digest);
    String madeWith = HexFormat.of().formatHex(digest);
    if (!madeWith.equals(model.sha256())) {
      throw new GalleryException(
          "made with model %s, but this one is %s; enrol again"
              .formatted(madeWith.substring(0, 12), model.sha256().substring(0, 12)));
    }
  }

  private static List<float[]> embeddings(ByteBuffer in, int count, int dimensions) {
    List<float[]> embeddings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      float[] embedding = new float[dimensions];
      for (int k = 0; k < dimensions; k++) {
        embedding[k] = in.getFloat();
      }
      embeddings.add(embedding);
    }
    return embeddings;
  }

  /** Of everything before the buffer's position. */
  private static int checksum(ByteBuffer content) {
    CRC32 crc = new CRC32();
    crc.update(content.duplicate().flip());
    return (int) crc.getValue();
  }

  private static byte[] utf8(ProductId product) {
    return product.value().getBytes(StandardCharsets.UTF_8);
  }
}
