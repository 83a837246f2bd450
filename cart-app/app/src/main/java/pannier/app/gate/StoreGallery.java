package pannier.app.gate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import pannier.payment.cart.Wanted;
import pannier.payment.cart.outbox.Message;
import pannier.wire.Digest;
import pannier.wire.DocumentCodec;
import pannier.wire.DocumentName;
import pannier.wire.Part;
import pannier.wire.Photo;

/**
 * The store's gallery on this cart. Photos come one by one into {@code store}, each named by its
 * digest; when all of a version are there, they are laid out as {@code PRODUCT/N.jpg} in a folder
 * named by the version, and only then {@code latest} says so. Whatever stops the cart on the way,
 * it enrols from a whole version, and fetches no photo twice.
 */
public final class StoreGallery {
  private final Path folder;
  private List<Photo> coming = List.of();
  private Optional<Digest> version = Optional.empty();

  private StoreGallery(Path folder) {
    this.folder = folder;
  }

  /** In the cart's folder. */
  public static StoreGallery in(Path data) {
    return new StoreGallery(data.resolve("gallery"));
  }

  /** The folder to enrol from, if a version is here and whole. */
  public Optional<Path> latest() {
    try {
      Path found = folder.resolve(Files.readString(latestFile()).strip());
      return Files.isDirectory(found) ? Optional.of(found) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // none came yet
    }
  }

  /** What to ask for when the store says that this version holds; empty if it is here. */
  Optional<Wanted> wanted(Digest holds) {
    boolean here =
        latest().filter(it -> it.getFileName().toString().equals(holds.hex())).isPresent();
    return here
        ? Optional.empty()
        : Optional.of(new Wanted.Document(DocumentName.GALLERY, index().map(Message::new)));
  }

  private Optional<byte[]> index() {
    try {
      return Optional.of(Files.readAllBytes(folder.resolve("index")));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * A version's list came.
   *
   * @return the photos that are not here
   */
  List<Wanted> begin(byte[] index) throws IOException {
    coming = DocumentCodec.decodeGallery(index);
    version = Optional.of(Digest.of(index));
    Files.createDirectories(store());
    List<Wanted> missing = new ArrayList<>();
    for (Photo photo : coming) {
      if (!isHere(photo.part())) {
        missing.add(new Wanted.Piece(photo.part()));
      }
    }
    finishIfWhole(index);
    write(folder.resolve("index.coming"), index);
    return missing;
  }

  /** A photo came. */
  void keep(Part part, byte[] content) throws IOException {
    Files.createDirectories(store());
    write(file(part), content);
    Path index = folder.resolve("index.coming");
    if (Files.exists(index)) {
      finishIfWhole(Files.readAllBytes(index));
    }
  }

  private void finishIfWhole(byte[] index) throws IOException {
    if (version.isEmpty() || !coming.stream().map(Photo::part).allMatch(this::isHere)) {
      return;
    }
    String name = version.get().hex();
    Path whole = folder.resolve(name);
    if (!Files.isDirectory(whole)) {
      Path half = folder.resolve(name + ".half");
      remove(half);
      layOut(half);
      Files.move(half, whole, StandardCopyOption.ATOMIC_MOVE);
    }
    write(latestFile(), name.getBytes(StandardCharsets.US_ASCII));
    write(folder.resolve("index"), index);
    version = Optional.empty();
    sweep(name);
    Logger.info("the gallery is new: {} photos, used from the next start", coming.size());
  }

  private void layOut(Path half) throws IOException {
    Files.createDirectories(half);
    int number = 0;
    for (Photo photo : coming) {
      Path product = Files.createDirectories(half.resolve(photo.product()));
      Path to = product.resolve("%06d.jpg".formatted(number++)); // in the store's order
      try {
        Files.createLink(to, file(photo.part()));
      } catch (UnsupportedOperationException e) {
        Files.copy(file(photo.part()), to);
      }
    }
  }

  /** Takes away other versions, and photos that only they had. */
  private void sweep(String name) throws IOException {
    for (Path entry : list(folder)) {
      if (Files.isDirectory(entry) && !entry.equals(store()) && !entry.endsWith(name)) {
        remove(entry);
      }
    }
    List<Path> used = coming.stream().map(photo -> file(photo.part())).toList();
    for (Path photo : list(store())) {
      if (!used.contains(photo)) {
        Files.delete(photo);
      }
    }
  }

  /** Its name is its digest, and it was written whole. */
  private boolean isHere(Part part) {
    return Files.exists(file(part));
  }

  private Path file(Part part) {
    return store().resolve(part.digest().hex());
  }

  private Path store() {
    return folder.resolve("store");
  }

  private Path latestFile() {
    return folder.resolve("latest");
  }

  private static List<Path> list(Path folder) throws IOException {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(entries::add);
    }
    return entries;
  }

  private void write(Path file, byte[] bytes) throws IOException {
    Path fresh = Files.createTempFile(folder, ".fresh", "");
    try {
      Files.write(fresh, bytes);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static void remove(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path left, @Nullable IOException e)
              throws IOException {
            Files.delete(left);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
