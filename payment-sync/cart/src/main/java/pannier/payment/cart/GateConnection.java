package pannier.payment.cart;

import pannier.payment.cart.outbox.Message;

/** The way to the gate. Used by one thread. */
public interface GateConnection extends AutoCloseable {
  /** What the gate said. */
  sealed interface Response {
    /** It took the message; {@code body} is its reply. */
    record Accepted(Message body) implements Response {}

    /**
     * It refused.
     *
     * @param coapCode class and detail in one byte (RFC 7252 section 3)
     * @param body problem details, or nothing
     */
    record Refused(int coapCode, Message body) implements Response {}
  }

  /**
   * Posts CBOR and waits for the response.
   *
   * @param resource such as {@code settle}
   * @throws GateUnreachableException if there was none in time, or no handshake; the gate may have
   *     worked on the message all the same
   */
  Response post(String resource, Message message)
      throws GateUnreachableException, InterruptedException;

  @Override
  void close();
}
