package pannier.app.gate;

import java.nio.file.Path;
import java.time.InstantSource;
import pannier.payment.cart.status.StoreNews;
import pannier.web.supervise.ProgramVersion;

/**
 * The way to the gate that a cart's lines share.
 *
 * @param data the folder of outbox, sessions and what the store sends
 * @param news what the store last told, heard on one line and heeded on others
 */
public record GateWay(CartIdentity identity, Path data, StoreNews news) {
  /** The program's next version, as far as it has come. */
  public StoreRelease release() {
    return StoreRelease.in(data, ProgramVersion.packaged());
  }

  /** With the machine's own clock until the gate says what time it is. */
  public static GateWay of(CartIdentity identity, Path data) {
    return new GateWay(identity, data, new StoreNews(InstantSource.system()));
  }
}
