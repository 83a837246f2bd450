package pannier.gate.coap;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.Principal;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.californium.elements.auth.RawPublicKeyIdentity;
import org.eclipse.californium.elements.util.Filter;
import org.eclipse.californium.scandium.DTLSConnector;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import pannier.gate.pairing.CartBookException;

/**
 * The sessions of carts: cut as soon as their cart is none any more, kept on the disk while the
 * gate does not run. A session that was kept is taken out before it is used, so that no two runs
 * ever use the same: a gate that did not end in order begins without.
 */
final class LiveSessions implements AutoCloseable {
  /** Of one that was quiet for longer nobody wants the session back. */
  private static final Duration KEPT = Duration.ofHours(12);

  private static final Duration LOOK = Duration.ofMillis(400);

  private final DTLSConnector connector;
  private final Doors doors;
  private final Thread thread;

  /** Strangers of the last look: the next one ends their sessions, so that they are told before. */
  private Set<Principal> parting = Set.of();

  private volatile boolean closed;
  private volatile Runnable goodbye = () -> {};

  LiveSessions(DTLSConnector connector, Doors doors) {
    this.connector = connector;
    this.doors = doors;
    this.thread = Thread.ofVirtual().name("sessions").unstarted(this::look);
  }

  /** Before the socket is opened: what the last run left. */
  void restore() {
    try {
      Optional<byte[]> kept = doors.keeper().sessions().takeOut();
      if (kept.isPresent()) {
        int sessions = connector.loadConnections(new ByteArrayInputStream(kept.get()), 0);
        Logger.info("{} sessions go on", sessions);
      }
    } catch (IOException | IllegalArgumentException e) {
      Logger.warn("sessions begin anew: {}", e.getMessage());
    }
  }

  /**
   * Begins to look whose session must end.
   *
   * @param goodbye tells those who are no carts any more, a moment before their sessions end
   */
  void watch(Runnable goodbye) {
    this.goodbye = goodbye;
    thread.start();
  }

  private void look() {
    while (!closed) {
      cut();
      goodbye.run();
      LockSupport.parkNanos(LOOK.toNanos());
    }
  }

  /** Ends the sessions of keys that are no cart's any more. */
  private void cut() {
    try {
      Peers peers = doors.peers();
      doors.keeper().carts().list(); // one look into the file for all sessions
      Set<Principal> told = parting;
      Set<Principal> seen = ConcurrentHashMap.newKeySet(); // a cart has many sessions
      Filter<Principal> strangers = peer -> isStranger(peers, peer) && isTold(told, seen, peer);
      parting = seen;
      Future<Void> _ = connector.startTerminateConnectionsForPrincipal(strangers, true);
    } catch (CartBookException e) {
      Logger.error(e, "carts");
    }
  }

  private static boolean isTold(Set<Principal> told, Set<Principal> seen, Principal peer) {
    seen.add(peer);
    return told.contains(peer);
  }

  private static boolean isStranger(Peers peers, @Nullable Principal peer) {
    try {
      return peer instanceof RawPublicKeyIdentity && peers.cart(peer).isEmpty();
    } catch (CartBookException e) {
      return false; // each request of it is refused all the same
    }
  }

  /** After the socket was closed: what carts may go on with. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    try {
      thread.join();
      connector.saveConnections(kept, KEPT.toSeconds());
      doors.keeper().sessions().write(kept.toByteArray());
    } catch (IOException e) {
      Logger.warn("sessions are not kept: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
