package pannier.payment.cart;

import java.util.Optional;
import pannier.payment.cart.outbox.Message;
import pannier.wire.Digest;

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

  /**
   * Gets a document and waits for it.
   *
   * @param resource such as {@code parts/price-list}
   * @param known the version that the cart has already
   * @return empty if there is nothing newer, or the gate has no such document
   * @throws GateUnreachableException if there was no answer in time, or one to ask again after
   */
  Optional<Message> get(String resource, Optional<Digest> known)
      throws GateUnreachableException, InterruptedException;

  @Override
  void close();
}
