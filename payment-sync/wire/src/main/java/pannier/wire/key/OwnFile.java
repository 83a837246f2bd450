package pannier.wire.key;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that nobody but their owner may read. */
public final class OwnFile {
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private OwnFile() {}

  /** Writes it whole or not at all; it is on the disk on return. What stood there is replaced. */
  public static void write(Path file, byte[] content) throws IOException {
    Path whole = file.toAbsolutePath();
    Path draft = whole.resolveSibling(whole.getFileName() + ".new");
    Files.deleteIfExists(draft);
    Files.createFile(draft, OWNER_ONLY);
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(draft, whole, StandardCopyOption.ATOMIC_MOVE);
    syncFolder(whole);
  }

  /** Removes it; that it is gone is on the disk on return. */
  public static void remove(Path file) throws IOException {
    if (Files.deleteIfExists(file)) {
      syncFolder(file.toAbsolutePath());
    }
  }

  private static void syncFolder(Path file) throws IOException {
    Path folder = file.getParent();
    if (folder != null) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}
