package pannier.gate.coap;

import java.net.DatagramPacket;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.scandium.DtlsDatagramFilter;

/** Drops datagrams that are no DTLS, and those of handshakes beyond what is allowed, unread. */
final class HandshakeFilter extends DtlsDatagramFilter {
  /** Of a DTLS record's header (RFC 6347 section 4.1): type, version, epoch. */
  private static final int HANDSHAKE = 22;

  private static final int EPOCH_AT = 3;
  private static final int HEADER_BYTES = 13;

  private final Allowance allowance;

  HandshakeFilter(Configuration configuration, Allowance allowance) {
    super(configuration);
    this.allowance = allowance;
  }

  @Override
  public boolean onReceiving(DatagramPacket packet) {
    return super.onReceiving(packet)
        && (!isHandshake(packet) || allowance.take(packet.getSocketAddress()));
  }

  private static boolean isHandshake(DatagramPacket packet) {
    byte[] data = packet.getData();
    int at = packet.getOffset();
    return packet.getLength() >= HEADER_BYTES
        && data[at] == HANDSHAKE
        && data[at + EPOCH_AT] == 0
        && data[at + EPOCH_AT + 1] == 0;
  }
}
