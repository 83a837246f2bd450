package pannier.gate.document;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.tinylog.Logger;

/** Looks every few seconds whether folders changed, and offers what is new in them. */
public final class Librarian implements AutoCloseable {
  /** As often as staff may wonder whether it was heard. */
  public static final Duration LOOK = Duration.ofSeconds(5);

  private final List<Look> folders;
  private final Duration look;
  private final Runnable changed;
  private final Thread thread;
  private volatile boolean closed;

  /** Offers what is new in a folder. */
  @FunctionalInterface
  public interface Look {
    /** Whether anything was new. */
    boolean look() throws IOException;

    /** At the gallery's photos. */
    static Look at(GalleryFolder folder, Library library) {
      return () -> {
        Optional<GalleryFolder.Found> found = folder.look();
        found.ifPresent(library::offer);
        return found.isPresent();
      };
    }
  }

  /**
   * Reads the folders once, then goes on looking.
   *
   * @param look how long between two looks
   * @param changed told of each new version
   * @throws IOException if a folder cannot be read
   */
  public Librarian(List<Look> folders, Duration look, Runnable changed) throws IOException {
    this.look = look;
    this.folders = List.copyOf(folders);
    this.changed = changed;
    for (Look folder : folders) {
      folder.look();
    }
    this.thread = Thread.ofVirtual().name("gallery").start(this::watch);
  }

  private void watch() {
    while (!closed) {
      LockSupport.parkNanos(look.toNanos());
      for (Look folder : folders) {
        try {
          if (folder.look()) {
            changed.run();
          }
        } catch (IOException e) {
          Logger.warn("what is offered stays as it was: {}", e.toString());
        }
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
