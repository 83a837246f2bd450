package pannier.gate;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import pannier.gate.ledger.LedgerException;
import pannier.gate.pairing.CartBookException;
import pannier.gate.pairing.PairingDesk;
import pannier.gate.provider.ProviderUnreachableException;
import pannier.gate.settlement.Settlements;

/**
 * What a gate does with its database when it starts, or as soon as it is within reach: it decides
 * what the last run left undecided, and tells where carts find it. Used by one thread at a time.
 */
final class CatchUp {
  private final Settlements settlements;
  private final PairingDesk pairing;
  private volatile boolean recovered;
  private volatile @Nullable Door door;

  private record Door(String host, int port) {}

  CatchUp(Settlements settlements, PairingDesk pairing) {
    this.settlements = settlements;
    this.pairing = pairing;
  }

  /**
   * @throws IOException if the ledger fails otherwise than by being out of reach
   */
  void tryRecovery() throws IOException {
    try {
      recover();
    } catch (LedgerException e) {
      if (!e.isOutOfReach()) {
        throw e;
      }
      Logger.warn("{}; the gate starts without it", e.getMessage());
    } catch (ProviderUnreachableException e) {
      Logger.warn("provider: {}; the gate starts without it", e.getMessage());
    }
  }

  /**
   * @throws IOException if the book fails otherwise than by being out of reach
   */
  void tryDoor(String host, int port) throws IOException {
    door = new Door(host, port);
    try {
      openDoor();
    } catch (CartBookException e) {
      if (!e.isOutOfReach()) {
        throw e;
      }
    }
  }

  /** Does what was not done yet. */
  void run() throws IOException {
    recover();
    openDoor();
  }

  private synchronized void recover() throws IOException {
    if (!recovered) {
      int decided = settlements.recover();
      recovered = true;
      Logger.info("{} settlements of an earlier run were decided", decided);
    }
  }

  private synchronized void openDoor() throws CartBookException {
    Optional<Door> waiting = Optional.ofNullable(door);
    if (waiting.isPresent()) {
      pairing.open(waiting.get().host, waiting.get().port);
      door = null;
    }
  }
}
