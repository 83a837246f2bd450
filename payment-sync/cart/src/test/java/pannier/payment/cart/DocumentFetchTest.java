package pannier.payment.cart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import pannier.payment.cart.outbox.Message;
import pannier.wire.Digest;
import pannier.wire.DocumentCodec;
import pannier.wire.DocumentName;
import pannier.wire.Part;
import pannier.wire.Parts;

class DocumentFetchTest {
  private final Shelf gate = new Shelf();
  private final List<Wanted.Fetched> got = new ArrayList<>();
  private final RetryPolicy policy =
      new RetryPolicy(Duration.ofMillis(100), Duration.ofSeconds(10));
  private final DocumentFetch fetch = new DocumentFetch(gate, policy, new Random(1), got::add);
  private long nanos;

  @Test
  void firstVersionComesWhole() throws Exception {
    byte[] document = noise(1);
    gate.offer(document);
    fetch.want(new Wanted.Document(DocumentName.PRICE_LIST, Optional.empty()), nanos);
    work();
    assertArrayEquals(document, got.getFirst().content().bytes());
    assertEquals(Parts.of(document).list().size(), gate.asked.size());
  }

  @Test
  void nextVersionComesAsItsDifference() throws Exception {
    byte[] before = noise(1);
    byte[] after = changed(before);
    gate.offer(after);
    fetch.want(known(before), nanos);
    work();
    assertArrayEquals(after, got.getFirst().content().bytes());
    assertTrue(gate.asked.size() <= 2, () -> gate.asked.size() + " parts");
  }

  @Test
  void versionThatTheCartHasIsNotFetched() throws Exception {
    byte[] document = noise(1);
    gate.offer(document);
    fetch.want(known(document), nanos);
    work();
    assertEquals(List.of(), got);
    assertEquals(List.of(), gate.asked);
  }

  @Test
  void whatCameBeforeAnInterruptionIsNotAskedForAgain() throws Exception {
    byte[] document = noise(1);
    gate.offer(document);
    gate.failures = 3;
    fetch.want(new Wanted.Document(DocumentName.PRICE_LIST, Optional.empty()), nanos);
    work();
    assertArrayEquals(document, got.getFirst().content().bytes());
    assertEquals(Parts.of(document).list().size() + 3, gate.asked.size());
  }

  @Test
  void versionThatIsReplacedOnTheWayIsNotHalfApplied() throws Exception {
    byte[] first = noise(1);
    byte[] second = changed(first);
    gate.offer(first);
    fetch.want(new Wanted.Document(DocumentName.PRICE_LIST, Optional.empty()), nanos);
    fetch.ask(nanos);
    fetch.ask(nanos); // some parts of the first
    gate.offer(second);
    work();
    assertEquals(1, got.size());
    assertArrayEquals(second, got.getFirst().content().bytes());
  }

  @Test
  void partThatIsAnotherIsNotTaken() throws Exception {
    byte[] document = noise(1);
    gate.offer(document);
    gate.forgeries = 2;
    fetch.want(new Wanted.Document(DocumentName.PRICE_LIST, Optional.empty()), nanos);
    work();
    assertArrayEquals(document, got.getFirst().content().bytes());
  }

  @Test
  void photosComeOneByOneAndAGoneOneIsLeftOut() throws Exception {
    Part here = gate.put(new byte[] {1, 2, 3});
    Part gone = Part.of(new byte[] {4});
    fetch.want(new Wanted.Piece(gone), nanos);
    fetch.want(new Wanted.Piece(here), nanos);
    fetch.want(new Wanted.Piece(here), nanos);
    work();
    assertEquals(
        List.of(new Wanted.Fetched(new Wanted.Piece(here), new Message(new byte[] {1, 2, 3}))),
        got);
  }

  @Test
  void manyPiecesUseNoMoreMessagesThanHaveNumbers() throws Exception {
    int pieces = 100;
    for (int i = 0; i < pieces; i++) {
      fetch.want(new Wanted.Piece(gate.put(noise(i))), nanos);
    }
    work();
    assertEquals(pieces, got.size());
    double seconds = nanos * 1e-9;
    double messages = (pieces - 1) * 300_000 / 1024.0;
    assertTrue(messages / seconds < 65_536 / 247.0, () -> messages / seconds + " a second");
    assertTrue(messages / seconds > 200, () -> messages / seconds + " a second");
  }

  private void work() throws InterruptedException {
    while (fetch.waitNanos(nanos) != Long.MAX_VALUE) {
      nanos += fetch.waitNanos(nanos);
      fetch.ask(nanos);
    }
  }

  private static Wanted known(byte[] document) {
    return new Wanted.Document(DocumentName.PRICE_LIST, Optional.of(new Message(document)));
  }

  private static byte[] noise(long seed) {
    byte[] bytes = new byte[300_000];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static byte[] changed(byte[] document) {
    byte[] changed = document.clone();
    changed[150_000]++;
    return changed;
  }

  /** A gate that offers one document, and may fail or lie. */
  private static final class Shelf implements GateConnection {
    private final Map<Digest, byte[]> parts = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private byte[] document = new byte[0];
    private int failures;
    private int forgeries;

    void offer(byte[] offered) {
      document = offered;
      parts.clear();
      Parts.cut(offered).forEach(this::put);
    }

    Part put(byte[] content) {
      Part part = Part.of(content);
      parts.put(part.digest(), content);
      return part;
    }

    @Override
    public Response post(String resource, Message message) {
      throw new IllegalStateException("nothing is posted");
    }

    @Override
    public Optional<Message> get(String resource, Optional<Digest> known)
        throws GateUnreachableException {
      if (resource.startsWith("parts/")) {
        Parts made = Parts.of(document);
        return known.equals(Optional.of(made.document()))
            ? Optional.empty()
            : Optional.of(new Message(DocumentCodec.encode(made)));
      }
      asked.add(resource);
      if (failures > 0 && asked.size() > 10) {
        failures--;
        throw new GateUnreachableException("no response");
      }
      if (forgeries > 0 && asked.size() > 5) {
        forgeries--;
        return Optional.of(new Message(new byte[] {6}));
      }
      String digest = resource.substring("part/".length());
      return Optional.ofNullable(parts.get(new Digest(digest))).map(Message::new);
    }

    @Override
    public void close() {}
  }
}
