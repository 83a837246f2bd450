package pannier.payment.cart;

import java.util.function.Consumer;

/** A way to the gate on which the gate may speak first. */
public interface ObservingConnection extends GateConnection {
  /**
   * Asks the gate to tell what a resource says, now and whenever it changes (RFC 7641). Asked
   * again, it is the same observation, made sure of: a gate that was started anew knows nothing of
   * earlier ones. Returns at once.
   *
   * @param told called by threads of the connection; must not wait
   */
  void watch(String resource, Consumer<Response> told);
}
