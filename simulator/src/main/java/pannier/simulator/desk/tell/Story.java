package pannier.simulator.desk.tell;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** What happened on a trip, line by line, numbered from 1. Written by one thread, read by any. */
final class Story {
  /** The oldest lines of an endless trip are forgotten. */
  private static final int MOST_LINES = 5_000;

  private final List<ObjectNode> lines = new ArrayList<>();
  private int forgotten;

  synchronized void add(ObjectNode line) {
    lines.add(line.put("n", count() + 1));
    if (lines.size() > MOST_LINES) {
      lines.removeFirst();
      forgotten++;
    }
  }

  synchronized int count() {
    return forgotten + lines.size();
  }

  /** Those with a number above {@code after}. */
  synchronized List<ObjectNode> after(int after) {
    int from = Math.clamp((long) after - forgotten, 0, lines.size());
    return List.copyOf(lines.subList(from, lines.size()));
  }
}
