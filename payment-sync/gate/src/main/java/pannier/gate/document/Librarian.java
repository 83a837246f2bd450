package pannier.gate.document;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.tinylog.Logger;

/** Looks every few seconds whether the gallery's folder changed, and offers what is new. */
public final class Librarian implements AutoCloseable {
  /** As often as staff may wonder whether it was heard. */
  public static final Duration LOOK = Duration.ofSeconds(5);

  private final Library library;
  private final GalleryFolder folder;
  private final Duration look;
  private final Runnable changed;
  private final Thread thread;
  private volatile boolean closed;

  /**
   * Reads the folder once, then goes on looking.
   *
   * @param look how long between two looks
   * @param changed told of each new version
   * @throws IOException if the folder cannot be read
   */
  public Librarian(Library library, GalleryFolder folder, Duration look, Runnable changed)
      throws IOException {
    this.look = look;
    this.library = library;
    this.folder = folder;
    this.changed = changed;
    folder.look().ifPresent(library::offer);
    this.thread = Thread.ofVirtual().name("gallery").start(this::watch);
  }

  private void watch() {
    while (!closed) {
      LockSupport.parkNanos(look.toNanos());
      try {
        folder
            .look()
            .ifPresent(
                found -> {
                  library.offer(found);
                  changed.run();
                });
      } catch (IOException e) {
        Logger.warn("the gallery stays as it was: {}", e.toString());
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
