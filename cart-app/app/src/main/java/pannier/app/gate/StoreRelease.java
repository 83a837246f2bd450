package pannier.app.gate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tinylog.Logger;
import pannier.payment.cart.Wanted;
import pannier.wire.Digest;
import pannier.wire.DocumentCodec;
import pannier.wire.DocumentName;
import pannier.wire.MalformedMessageException;
import pannier.wire.Part;
import pannier.wire.Photo;

/**
 * The version of the cart's program that the store wants it to take. Its pieces come one by one;
 * when all are there they become the package and its signature, and only then {@code whole} says
 * so. {@code ready} tells the installer, which is another program with other rights, that it may
 * begin; it verifies the signature. Whatever stops the cart on the way, no half package is ever
 * offered, and no piece is fetched twice.
 */
public final class StoreRelease {
  private static final Pattern FILE =
      Pattern.compile("pannier-cart_([0-9][A-Za-z0-9.+~]{0,40})_[a-z0-9]{2,10}\\.deb(\\.sig)?");

  private final Path folder;
  private final String running;

  /**
   * @param running the version that runs; empty outside packages: nothing is ever taken then
   */
  private StoreRelease(Path folder, String running) {
    this.folder = folder;
    this.running = running;
  }

  /** In the cart's folder. */
  public static StoreRelease in(Path data, Optional<String> running) {
    return new StoreRelease(data.resolve("release"), running.orElse(""));
  }

  /** What to ask for when the store names this release; empty if it is here, or not for us. */
  Optional<Wanted> wanted(Digest holds) {
    if (running.isEmpty() || read("whole").startsWith(holds.hex())) {
      return Optional.empty();
    }
    return Optional.of(new Wanted.Document(DocumentName.RELEASE, Optional.empty()));
  }

  /**
   * A release's list came.
   *
   * @return the pieces that are not here
   */
  List<Wanted> begin(byte[] index) throws IOException {
    List<Photo> pieces = DocumentCodec.decodeGallery(index);
    String version = version(pieces);
    Files.createDirectories(store());
    write("coming", index);
    if (version.equals(running) || version.equals(failed())) {
      write("whole", (Digest.of(index).hex() + "\n").getBytes(StandardCharsets.US_ASCII));
      return List.of();
    }
    List<Wanted> missing = new ArrayList<>();
    for (Photo piece : pieces) {
      if (!Files.exists(file(piece.part()))) {
        missing.add(new Wanted.Piece(piece.part()));
      }
    }
    if (missing.isEmpty()) {
      finish(index, pieces);
    }
    return missing;
  }

  private static String version(List<Photo> pieces) throws IOException {
    String version = "";
    for (Photo piece : pieces) {
      Matcher name = FILE.matcher(piece.product());
      if (!name.matches() || (!version.isEmpty() && !version.equals(name.group(1)))) {
        throw new MalformedMessageException(
            "release",
            "found '%s'; expected one package and its signature".formatted(piece.product()));
      }
      version = name.group(1);
    }
    return version;
  }

  /** Whether a piece that came is one of a release that is coming. */
  boolean isOurs(Part part) throws IOException {
    Path coming = folder.resolve("coming");
    return Files.exists(coming)
        && DocumentCodec.decodeGallery(Files.readAllBytes(coming)).stream()
            .anyMatch(piece -> piece.part().equals(part));
  }

  /** A piece came. */
  void keep(Part part, byte[] content) throws IOException {
    Path fresh = store().resolve("fresh");
    Files.write(fresh, content);
    Files.move(fresh, file(part), StandardCopyOption.ATOMIC_MOVE);
    byte[] index = Files.readAllBytes(folder.resolve("coming"));
    List<Photo> pieces = DocumentCodec.decodeGallery(index);
    if (pieces.stream().allMatch(piece -> Files.exists(file(piece.part())))) {
      finish(index, pieces);
    }
  }

  private void finish(byte[] index, List<Photo> pieces) throws IOException {
    List<String> names = pieces.stream().map(Photo::product).distinct().toList();
    for (String name : names) {
      Path half = folder.resolve("half");
      try (FileChannel to =
          FileChannel.open(
              half,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        for (Photo piece : pieces) {
          if (piece.product().equals(name)) {
            append(to, piece.part());
          }
        }
        to.force(true);
      }
      Files.move(
          half,
          folder.resolve(name),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    }
    String said = Digest.of(index).hex() + "\n" + names.getFirst() + "\n";
    write("whole", said.getBytes(StandardCharsets.US_ASCII));
    sweep(names);
    Logger.info("{} is here, taken when the cart is free and charging", names.getFirst());
  }

  /** Its name is its digest; what a card has lost meanwhile is fetched again. */
  private void append(FileChannel to, Part part) throws IOException {
    byte[] content = Files.readAllBytes(file(part));
    if (!Digest.of(content).equals(part.digest())) {
      Files.delete(file(part));
      throw new IOException("a piece of the release is damaged and is fetched again");
    }
    ByteBuffer bytes = ByteBuffer.wrap(content);
    while (bytes.hasRemaining()) {
      to.write(bytes);
    }
  }

  /** Other packages, and all pieces, are of no use any more. */
  private void sweep(List<String> names) throws IOException {
    for (Path where : List.of(folder, store())) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(where)) {
        for (Path entry : entries) {
          String name = entry.getFileName().toString();
          if (where.equals(store()) || (FILE.matcher(name).matches() && !names.contains(name))) {
            Files.delete(entry);
          }
        }
      }
    }
  }

  /**
   * Tells the installer whether it may begin: only with a whole package of another version.
   *
   * @param may the cart is free and charging
   */
  public void offer(boolean may) {
    Path ready = folder.resolve("ready");
    String debian = packageName();
    try {
      if (may && !debian.isEmpty() && !Files.exists(ready)) {
        write("ready", (debian + "\n").getBytes(StandardCharsets.US_ASCII));
      } else if (!may) {
        Files.deleteIfExists(ready);
      }
    } catch (IOException e) {
      Logger.warn("release: {}", e.getMessage());
    }
  }

  /** Empty where nothing is here, or only what runs already or has failed. */
  private String packageName() {
    String[] lines = read("whole").split("\n", -1);
    String name = lines.length > 1 ? lines[1] : "";
    Matcher matcher = FILE.matcher(name);
    boolean other =
        matcher.matches()
            && !matcher.group(1).equals(running)
            && !matcher.group(1).equals(failed());
    return other && Files.exists(folder.resolve(name)) ? name : "";
  }

  /** The version that the installer tried last and that did not come up; empty: none. */
  public String failed() {
    return read("failed").strip();
  }

  private String read(String name) {
    try {
      return Files.readString(folder.resolve(name), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      return "";
    }
  }

  private void write(String name, byte[] content) throws IOException {
    Path fresh = folder.resolve(name + ".fresh");
    try (FileChannel to =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        to.write(bytes);
      }
      to.force(true);
    }
    Files.move(
        fresh,
        folder.resolve(name),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  private Path store() {
    return folder.resolve("pieces");
  }

  private Path file(Part part) {
    return store().resolve(part.digest().hex());
  }
}
