package pannier.app.bill;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.tinylog.Logger;
import pannier.pricing.json.BadJsonException;
import pannier.pricing.json.PriceList;
import pannier.wire.Digest;

/**
 * The gate's price lists that this cart was given, each in a file that is named by its digest: a
 * trip keeps the one that it began with, also over a power cut.
 */
public final class PriceLists {
  private static final String LATEST = "price-list-latest";

  private final Path folder;
  private final Map<String, PriceList> read = new ConcurrentHashMap<>();
  private Optional<String> latest = Optional.empty();

  private PriceLists(Path folder) {
    this.folder = folder;
  }

  /** Those of a folder, which is there. */
  public static PriceLists in(Path folder) {
    PriceLists lists = new PriceLists(folder);
    try {
      String digest = Files.readString(folder.resolve(LATEST)).strip();
      lists.latest = lists.find(digest).map(_ -> digest);
    } catch (IOException e) {
      Logger.debug("no price list yet: {}", e.getMessage());
    }
    return lists;
  }

  /**
   * Keeps a list.
   *
   * @return its SHA-256, hexadecimal
   * @throws BadJsonException if it cannot be read; it is not kept then
   * @throws IOException if it cannot be written
   */
  public String keep(byte[] document) throws IOException {
    String digest = Digest.of(document).hex();
    read.put(digest, PriceList.read("price list of the gate", document));
    write(file(digest), document);
    write(folder.resolve(LATEST), digest.getBytes(StandardCharsets.US_ASCII));
    latest = Optional.of(digest);
    return digest;
  }

  /** The digest of the one that was kept last. */
  public Optional<String> latest() {
    return latest;
  }

  /** The list of a digest, if it is here and whole. */
  public Optional<PriceList> find(String digest) {
    if (digest.isEmpty()) {
      return Optional.empty();
    }
    PriceList known = read.get(digest);
    return known != null ? Optional.of(known) : load(digest);
  }

  private Optional<PriceList> load(String digest) {
    try {
      byte[] document = Files.readAllBytes(file(digest));
      if (Digest.of(document).hex().equals(digest)) {
        PriceList list = PriceList.read(file(digest).toString(), document);
        read.put(digest, list);
        return Optional.of(list);
      }
      Logger.warn("{} is damaged: the cart's own prices are shown", file(digest));
    } catch (NoSuchFileException e) {
      Logger.warn("price list {} is gone: the cart's own prices are shown", digest);
    } catch (IOException e) {
      Logger.warn("price list: {}", e.getMessage());
    }
    return Optional.empty();
  }

  private Path file(String digest) {
    return folder.resolve("price-list-%s.json".formatted(digest));
  }

  private void write(Path file, byte[] bytes) throws IOException {
    Path fresh = Files.createTempFile(folder, ".price-list", "");
    try {
      Files.write(fresh, bytes);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}
