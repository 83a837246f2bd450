package pannier.payment.cart;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import pannier.payment.cart.outbox.Message;
import pannier.wire.Digest;
import pannier.wire.DocumentCodec;
import pannier.wire.MalformedMessageException;
import pannier.wire.Part;
import pannier.wire.Parts;

/**
 * Fetches what is wanted of the store, one after the other: of a document only the parts that the
 * cart does not have. Nothing is handed on before the digest of all of it is right. What came
 * before an interruption is kept and not asked for again. A few parts at a time, so that what is
 * more urgent goes between. Used by the client's thread.
 */
final class DocumentFetch {
  private static final int PARTS_AT_ONCE = 4;

  /** What a message carries of a piece. */
  private static final int BLOCK_BYTES = 1024;

  /**
   * A message's number (16 bits) may not come again within 247 s (RFC 7252, 4.4 and 4.8.2): at most
   * 265 messages a second. Without pauses a long document uses them up, and no payment is sent.
   */
  private static final long PAUSE_NANOS_A_BLOCK = 4_500_000;

  private final GateConnection connection;
  private final RetryPolicy policy;
  private final RandomGenerator random;
  private final Consumer<Wanted.Fetched> taker;
  private final Deque<Wanted> queue = new ArrayDeque<>();
  private final Map<Digest, byte[]> parts = new HashMap<>();
  private @Nullable Parts made;
  private long dueNanos;
  private int tries;

  DocumentFetch(
      GateConnection connection,
      RetryPolicy policy,
      RandomGenerator random,
      Consumer<Wanted.Fetched> taker) {
    this.connection = connection;
    this.policy = policy;
    this.random = random;
    this.taker = taker;
  }

  /** Due at once, if nothing else is; the same again is the same. */
  void want(Wanted wanted, long nowNanos) {
    if (queue.isEmpty()) {
      dueNanos = nowNanos;
    }
    if (!queue.contains(wanted)) {
      queue.add(wanted);
    }
  }

  /** How long until something should be asked; for ever if nothing is wanted. */
  long waitNanos(long nowNanos) {
    return queue.isEmpty() ? Long.MAX_VALUE : Math.max(0, dueNanos - nowNanos);
  }

  /** Asks, if it is time to. */
  void ask(long nowNanos) throws InterruptedException {
    Wanted wanted = queue.peek();
    if (wanted == null || dueNanos - nowNanos > 0) {
      return;
    }
    try {
      switch (wanted) {
        case Wanted.Piece piece -> piece(piece, nowNanos);
        case Wanted.Document document when made == null -> begin(document);
        case Wanted.Document document -> goOn(document, made);
      }
      tries = 0;
    } catch (GateUnreachableException | MalformedMessageException e) {
      made = null; // the gate may have another version by then
      tries++;
      Logger.warn("what the store offers waits: {}", e.getMessage());
      dueNanos = nowNanos + policy.delay(tries, random).toNanos();
    }
  }

  private void piece(Wanted.Piece piece, long nowNanos)
      throws GateUnreachableException, InterruptedException {
    Optional<byte[]> content = fetch(piece.part());
    done();
    int bytes = content.map(it -> it.length).orElse(0);
    dueNanos = nowNanos + bytes / BLOCK_BYTES * PAUSE_NANOS_A_BLOCK;
    content.ifPresent(it -> taker.accept(new Wanted.Fetched(piece, new Message(it))));
  }

  private void begin(Wanted.Document document)
      throws GateUnreachableException, MalformedMessageException, InterruptedException {
    Optional<byte[]> have = document.have().map(Message::bytes);
    Optional<Message> answer = connection.get("parts/" + document.name(), have.map(Digest::of));
    if (answer.isEmpty()) {
      done();
      return;
    }
    made = DocumentCodec.decodeParts(answer.get().bytes());
    have.ifPresent(bytes -> Parts.cut(bytes).forEach(this::keep));
  }

  private void goOn(Wanted.Document document, Parts made)
      throws GateUnreachableException, InterruptedException {
    List<Part> missing =
        made.list().stream()
            .filter(part -> !parts.containsKey(part.digest()))
            .limit(PARTS_AT_ONCE)
            .toList();
    for (Part part : missing) {
      keep(fetch(part).orElseThrow(() -> new GateUnreachableException("a part is gone")));
    }
    if (missing.isEmpty()) {
      finish(document, made);
    }
  }

  /** Empty if the gate has no such part any more. */
  private Optional<byte[]> fetch(Part part) throws GateUnreachableException, InterruptedException {
    Optional<byte[]> content =
        connection.get("part/" + part.digest().hex(), Optional.empty()).map(Message::bytes);
    if (content.isPresent() && !Part.of(content.get()).equals(part)) {
      throw new GateUnreachableException("found another part than " + part.digest());
    }
    return content;
  }

  private void finish(Wanted.Document document, Parts made) throws GateUnreachableException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    made.list().forEach(part -> whole.writeBytes(parts.getOrDefault(part.digest(), new byte[0])));
    byte[] bytes = whole.toByteArray();
    if (!Digest.of(bytes).equals(made.document())) {
      throw new GateUnreachableException("the parts make another document");
    }
    done();
    taker.accept(new Wanted.Fetched(document, new Message(bytes)));
  }

  private void done() {
    queue.remove();
    made = null;
    parts.clear();
  }

  private void keep(byte[] content) {
    parts.put(Digest.of(content), content);
  }
}
