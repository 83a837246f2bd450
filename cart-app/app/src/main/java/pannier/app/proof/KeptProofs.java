package pannier.app.proof;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.tinylog.Logger;
import pannier.domain.basket.Basket;
import pannier.domain.basket.BasketLine;
import pannier.domain.catalogue.Catalogue;
import pannier.payment.cart.GateConnection;
import pannier.wire.DisputeClaim;
import pannier.wire.DisputeCodec;
import pannier.wire.SettlementKey;

/**
 * The book of proofs as the screen uses it, and the way of disputes to the gate: each is sent until
 * the gate has it, also after a restart.
 */
public final class KeptProofs implements Proofs, AutoCloseable {
  private static final long RETRY_SECONDS = 10;

  private final ProofBook book;
  private final Catalogue catalogue;
  private final GateConnection connection;
  private final Semaphore wake = new Semaphore(1);
  private final Thread thread;

  /** Starts the thread. The connection is taken over and closed; the book stays the caller's. */
  public KeptProofs(ProofBook book, Catalogue catalogue, GateConnection connection) {
    this.book = book;
    this.catalogue = catalogue;
    this.connection = connection;
    this.thread = Thread.ofVirtual().name("disputes").start(this::run);
  }

  @Override
  public List<Proof> list(String tripId, String product) throws IOException {
    return book.list(tripId, product);
  }

  @Override
  public Optional<byte[]> picture(String tripId, int number, int place) throws IOException {
    return book.picture(tripId, number, place);
  }

  @Override
  public void dispute(SettlementKey key, int line, String product, String reason)
      throws IOException {
    List<DisputeClaim.Proof> proofs = claimed(key.tripId(), product);
    DisputeClaim claim = new DisputeClaim("D-" + UUID.randomUUID(), key, line, reason, proofs);
    book.send(claim.id(), DisputeCodec.encode(claim));
    wake.release();
  }

  /** Sends each line of a basket with what is kept of it, for staff who look at it now. */
  public void show(String tripId, long order, Basket basket) {
    try {
      for (BasketLine line : basket.lines()) {
        int place = basket.lines().indexOf(line);
        List<DisputeClaim.Proof> proofs = claimed(tripId, line.product().value());
        DisputeClaim.What what =
            new DisputeClaim.What(
                catalogue.get(line.product()).name(),
                line.pieces(),
                Math.round(Math.max(0, line.mass().grams())));
        DisputeClaim check =
            new DisputeClaim(
                "C-%d-%d".formatted(order, place),
                new SettlementKey(tripId, 1),
                new DisputeClaim.Line(place, DisputeClaim.Line.SPOT_CHECK),
                Optional.of(what),
                proofs);
        book.send(check.id(), DisputeCodec.encode(check));
      }
      wake.release();
    } catch (IOException e) {
      Logger.warn("spot check: {}", e.getMessage());
    }
  }

  /** The newest that fit into a message, oldest first. */
  private List<DisputeClaim.Proof> claimed(String tripId, String product) throws IOException {
    List<DisputeClaim.Proof> proofs = new ArrayList<>();
    int room = DisputeClaim.MOST_PICTURE_BYTES;
    for (Proof proof : book.list(tripId, product).reversed()) {
      if (proofs.size() < DisputeClaim.MOST_PROOFS) {
        List<DisputeClaim.Picture> pictures = pictures(tripId, proof, room);
        room -= pictures.stream().mapToInt(it -> it.jpeg().length).sum();
        proofs.addFirst(claimed(proof, pictures));
      }
    }
    return proofs;
  }

  private List<DisputeClaim.Picture> pictures(String tripId, Proof proof, int room)
      throws IOException {
    List<DisputeClaim.Picture> pictures = new ArrayList<>();
    int left = room;
    for (int place = 0; place < proof.pictures(); place++) {
      Optional<byte[]> jpeg = book.picture(tripId, proof.number(), place);
      if (jpeg.isPresent() && jpeg.get().length <= left) {
        left -= jpeg.get().length;
        pictures.add(new DisputeClaim.Picture(jpeg.get()));
      }
    }
    return pictures;
  }

  private static DisputeClaim.Proof claimed(Proof proof, List<DisputeClaim.Picture> pictures) {
    return new DisputeClaim.Proof(
        proof.in(),
        proof.atMillis(),
        proof.massGrams(),
        proof.curve().stream()
            .limit(DisputeClaim.MOST_POINTS)
            .map(point -> new DisputeClaim.Point(point.millis(), point.grams()))
            .toList(),
        pictures);
  }

  @Override
  public void forget(String tripId) throws IOException {
    book.forget(tripId);
  }

  private void run() {
    try (connection) {
      while (true) {
        if (!wake.tryAcquire(RETRY_SECONDS, TimeUnit.SECONDS)) {
          Logger.trace("disputes: looked again");
        }
        send();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void send() throws InterruptedException {
    try {
      for (ProofBook.Outgoing next : book.outgoing()) {
        switch (connection.post("dispute", next.message())) {
          case GateConnection.Response.Accepted _ -> book.sent(next.id());
          case GateConnection.Response.Refused refused -> {
            Logger.warn("dispute {} is refused: {}", next.id(), refused.coapCode());
            if (refused.coapCode() >>> 5 == 4) {
              book.sent(next.id());
            }
          }
        }
      }
    } catch (IOException e) {
      Logger.debug("disputes wait: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
