package pannier.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class FeedTest {
  @Test
  void slowReaderGetsTheNewestStateOnly() throws Exception {
    Feed feed = new Feed("0");
    long seen = feed.next(0, 1).orElseThrow().version();
    for (int i = 1; i <= 1_000; i++) {
      feed.publish(Integer.toString(i));
    }
    Feed.Event event = feed.next(seen, 1).orElseThrow();
    assertEquals("1000", event.state());
    assertTrue(feed.next(event.version(), 1).isEmpty());
  }

  @Test
  void sameStateSaidAgainIsNotSent() throws Exception {
    Feed feed = new Feed("a");
    long seen = feed.next(0, 1).orElseThrow().version();
    feed.publish("a");
    assertTrue(feed.next(seen, 1).isEmpty());
  }

  @Test
  void stateOfTwoLinesIsABug() {
    Feed feed = new Feed("a");
    assertThrows(IllegalArgumentException.class, () -> feed.publish("a\nid: 7"));
  }

  @Test
  void whoeverConnectsGetsTheWholeStateThenAHeartbeat() throws Exception {
    String written = written(new EventWriter(1), "");
    assertTrue(written.contains("data: {\"a\":1}\n\n"), written);
    assertTrue(written.endsWith("event: beat\ndata:\n\n"), written);
  }

  @Test
  void whoeverHasTheNewestStateIsNotSentItAgain() throws Exception {
    EventWriter writer = new EventWriter(1);
    String id = written(writer, "").split("id: ", 2)[1].split("\n", 2)[0];
    assertFalse(written(writer, id).contains("data: {"));
  }

  @Test
  void versionOfAnotherLifeOfTheServerDoesNotCount() throws Exception {
    String id = written(new EventWriter(1), "").split("id: ", 2)[1].split("\n", 2)[0];
    assertTrue(written(new EventWriter(1), id).contains("data: {"));
    assertTrue(written(new EventWriter(1), "nonsense").contains("data: {"));
  }

  private static String written(EventWriter writer, String lastSeen) throws Exception {
    AtomicInteger asked = new AtomicInteger();
    EventStream twice = new EventStream(new Feed("{\"a\":1}"), () -> asked.incrementAndGet() <= 2);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writer.write(twice, lastSeen, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
