package pannier.simulator.load.fleet;

import java.io.IOException;
import java.net.DatagramPacket;
import org.eclipse.californium.scandium.DTLSConnector;
import org.eclipse.californium.scandium.config.DtlsConnectorConfig;

/** A DTLS connector that counts the datagrams' bytes. */
final class CountingConnector extends DTLSConnector {
  private final Traffic traffic;

  CountingConnector(DtlsConnectorConfig config, Traffic traffic) {
    super(config);
    this.traffic = traffic;
  }

  @Override
  protected void receiveNextDatagramFromNetwork(DatagramPacket packet) throws IOException {
    super.receiveNextDatagramFromNetwork(packet);
    traffic.received(packet.getLength());
  }

  @Override
  protected void sendNextDatagramOverNetwork(DatagramPacket packet) throws IOException {
    super.sendNextDatagramOverNetwork(packet);
    traffic.sent(packet.getLength());
  }
}
