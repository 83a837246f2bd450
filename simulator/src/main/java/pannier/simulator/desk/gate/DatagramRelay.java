package pannier.simulator.desk.gate;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.concurrent.ConcurrentHashMap;
import org.tinylog.Logger;

/**
 * A network on this machine: what is sent to it goes on to where it leads, and the answers come
 * back, unless it is cut.
 */
final class DatagramRelay implements AutoCloseable {
  private static final int MOST_BYTES = 65_535;

  private final DatagramSocket entrance;
  private final ConcurrentHashMap<SocketAddress, DatagramSocket> exits = new ConcurrentHashMap<>();
  private volatile SocketAddress goal;
  private volatile boolean cut;

  private DatagramRelay(DatagramSocket entrance) {
    this.entrance = entrance;
    this.goal = entrance.getLocalSocketAddress();
  }

  static DatagramRelay open() throws IOException {
    DatagramRelay relay =
        new DatagramRelay(
            new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)));
    Thread.ofVirtual().name("relay").start(relay::carryIn);
    return relay;
  }

  /** Where senders send to. */
  InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), entrance.getLocalPort());
  }

  void leadTo(InetSocketAddress address) {
    goal = address;
  }

  void cut(boolean now) {
    cut = now;
  }

  boolean isCut() {
    return cut;
  }

  private void carryIn() {
    carry(
        entrance,
        packet -> {
          DatagramSocket exit = exits.computeIfAbsent(packet.getSocketAddress(), this::exit);
          exit.send(new DatagramPacket(packet.getData(), packet.getLength(), goal));
        });
  }

  private DatagramSocket exit(SocketAddress sender) {
    try {
      DatagramSocket exit =
          new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      Thread.ofVirtual()
          .name("relay back")
          .start(
              () ->
                  carry(
                      exit,
                      packet ->
                          entrance.send(
                              new DatagramPacket(packet.getData(), packet.getLength(), sender))));
      return exit;
    } catch (SocketException e) {
      throw new IllegalStateException("no port is free on this machine", e);
    }
  }

  /** Sends a packet on. */
  @FunctionalInterface
  private interface Onward {
    void send(DatagramPacket packet) throws IOException;
  }

  private void carry(DatagramSocket from, Onward onward) {
    while (!from.isClosed()) {
      try {
        DatagramPacket packet = new DatagramPacket(new byte[MOST_BYTES], MOST_BYTES);
        from.receive(packet);
        if (!cut) {
          onward.send(packet);
        }
      } catch (IOException e) {
        if (!from.isClosed()) {
          Logger.debug(e, "a datagram was lost");
        }
      }
    }
  }

  @Override
  public void close() {
    entrance.close();
    exits.values().forEach(DatagramSocket::close);
  }
}
