package pannier.gate.document;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pannier.wire.Digest;
import pannier.wire.DocumentCodec;
import pannier.wire.DocumentName;
import pannier.wire.Parts;

/**
 * Documents by name, in the version that holds now, and their parts by content. What a new version
 * leaves out is gone at once: whoever was fetching it begins with the new one and keeps the parts
 * that it has. Safe for use by many threads.
 */
public final class Library {
  private final Map<String, Shelf> shelves = new HashMap<>();

  /** One document: what it is made of, and where its parts are. */
  private record Shelf(Offered offered, Map<Digest, Source> parts) {}

  private sealed interface Source {
    @SuppressWarnings("ArrayRecordComponent") // handed out, never compared
    record Bytes(byte[] content) implements Source {}

    record File(Path path) implements Source {}

    record Stretch(Slice slice) implements Source {}
  }

  /**
   * A document that is offered.
   *
   * @param content the whole document; not to be changed
   */
  @SuppressWarnings("ArrayRecordComponent") // passed on within the gate, never compared
  public record Offered(Parts parts, byte[] content) {
    public Digest digest() {
      return parts.document();
    }
  }

  /** Offers a document in place of the one that had its name. */
  public void offer(String name, byte[] document) {
    put(name, document, Map.of());
  }

  /**
   * A stretch of a file.
   *
   * @param from its first byte
   */
  public record Slice(Path path, long from, int bytes) {
    byte[] read() throws IOException {
      ByteBuffer content = ByteBuffer.allocate(bytes);
      try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
        while (content.hasRemaining() && file.read(content, from + content.position()) > 0) {
          // read on
        }
      }
      return content.array();
    }
  }

  /** Offers a version of the carts' program in place of the one before. */
  public void offer(ReleaseFolder.Found release) {
    Map<Digest, Source> pieces = new HashMap<>();
    release.slices().forEach((digest, slice) -> pieces.put(digest, new Source.Stretch(slice)));
    put(DocumentName.RELEASE, DocumentCodec.encode(release.pieces()), pieces);
  }

  /** Offers the photos of a folder in place of what the gallery was. */
  public void offer(GalleryFolder.Found gallery) {
    Map<Digest, Source> photos = new HashMap<>();
    gallery.files().forEach((digest, path) -> photos.put(digest, new Source.File(path)));
    put(DocumentName.GALLERY, DocumentCodec.encode(gallery.photos()), photos);
  }

  private void put(String name, byte[] document, Map<Digest, Source> more) {
    Map<Digest, Source> parts = new HashMap<>(more);
    List<byte[]> cut = Parts.cut(document);
    cut.forEach(part -> parts.put(Digest.of(part), new Source.Bytes(part)));
    Shelf shelf = new Shelf(new Offered(Parts.of(document), document), parts);
    synchronized (shelves) {
      shelves.put(name, shelf);
    }
  }

  /** What is offered under a name. */
  public Optional<Offered> find(String name) {
    synchronized (shelves) {
      return Optional.ofNullable(shelves.get(name)).map(Shelf::offered);
    }
  }

  /** What names the version that is offered. */
  public Optional<Digest> digest(String name) {
    return find(name).map(Offered::digest);
  }

  /**
   * A part by its content.
   *
   * @throws IOException if its file cannot be read
   */
  public Optional<byte[]> part(Digest digest) throws IOException {
    return switch (source(digest)) {
      case Source.Bytes bytes -> Optional.of(bytes.content);
      case Source.File file -> read(file.path, digest);
      case Source.Stretch stretch ->
          Optional.of(stretch.slice.read()).filter(it -> Digest.of(it).equals(digest));
      case null -> Optional.empty();
    };
  }

  private @Nullable Source source(Digest digest) {
    synchronized (shelves) {
      return shelves.values().stream()
          .map(shelf -> shelf.parts.get(digest))
          .filter(Objects::nonNull)
          .findFirst()
          .orElse(null);
    }
  }

  /** Empty if the photo was replaced or taken away since the folder was read. */
  private static Optional<byte[]> read(Path file, Digest digest) throws IOException {
    try {
      byte[] content = Files.readAllBytes(file);
      return Digest.of(content).equals(digest) ? Optional.of(content) : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }
}
