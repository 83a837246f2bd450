package pannier.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/** Writes a feed as server-sent events, with a heartbeat where nothing changes. */
final class EventWriter implements AutoCloseable {
  /** A server's life: versions of another one are not ours. */
  private final String life = UUID.randomUUID().toString().substring(0, 8) + "-";

  private final long heartbeatMillis;
  private volatile boolean closed;

  /**
   * @param heartbeatMillis something is said at least so often
   */
  EventWriter(long heartbeatMillis) {
    this.heartbeatMillis = heartbeatMillis;
  }

  /** Writes until the reader leaves ({@link IOException}), may read no more, or all is closed. */
  void write(EventStream stream, String lastSeen, OutputStream out)
      throws IOException, InterruptedException {
    out.write("retry: 1000\n\n".getBytes(StandardCharsets.UTF_8));
    out.flush();
    long seen = version(lastSeen);
    while (!closed && !stream.feed().closed() && stream.allowed().getAsBoolean()) {
      Optional<Feed.Event> event = stream.feed().next(seen, heartbeatMillis);
      seen = event.map(Feed.Event::version).orElse(seen);
      out.write(
          event.map(this::text).orElse("event: beat\ndata:\n\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    }
  }

  private String text(Feed.Event event) {
    return "id: %s%d\ndata: %s\n\n".formatted(life, event.version(), event.state());
  }

  private long version(String lastSeen) {
    if (!lastSeen.startsWith(life)) {
      return 0;
    }
    try {
      return Long.parseLong(lastSeen.substring(life.length()));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
