package pannier.app.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.tinylog.Logger;

/** Lines that somebody types, collected on a thread of its own. */
final class TypedLines {
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

  private TypedLines() {}

  /** Reads until the stream ends. */
  static TypedLines reading(InputStream in) {
    TypedLines typed = new TypedLines();
    Thread.ofPlatform().name("terminal").daemon().start(() -> typed.read(in));
    return typed;
  }

  private void read(InputStream in) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      reader.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(lines::add);
    } catch (IOException e) {
      Logger.warn("terminal: {}", e.getMessage());
    }
  }

  /** What was typed since the last call. */
  List<String> drain() {
    List<String> drained = new ArrayList<>();
    lines.drainTo(drained);
    return drained;
  }
}
