package pannier.payment.cart.outbox;

import java.util.Arrays;

/** Bytes as they go over the wire. Immutable. */
public final class Message {
  private final byte[] bytes;

  public Message(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Message message && Arrays.equals(bytes, message.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
