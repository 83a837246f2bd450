package pannier.app.gate;

import java.nio.file.Path;
import java.time.InstantSource;
import pannier.payment.cart.status.StoreNews;

/**
 * The way to the gate that a cart's lines share.
 *
 * @param data the folder of outbox, sessions and what the store sends
 * @param news what the store last told, heard on one line and heeded on others
 */
public record GateWay(CartIdentity identity, Path data, StoreNews news) {
  /** With the machine's own clock until the gate says what time it is. */
  public static GateWay of(CartIdentity identity, Path data) {
    return new GateWay(identity, data, new StoreNews(InstantSource.system()));
  }
}
