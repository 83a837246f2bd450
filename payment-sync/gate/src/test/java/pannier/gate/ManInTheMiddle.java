package pannier.gate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** Passes datagrams between one cart and a gate, and loses or doubles those it is told to. */
final class ManInTheMiddle implements AutoCloseable {
  /** What becomes of a datagram. */
  enum Fate {
    PASS,
    LOSE,
    DOUBLE
  }

  /** Which way it goes. */
  enum Way {
    TO_GATE,
    TO_CART
  }

  /** Decides over every datagram that carries application data; handshakes pass. */
  @FunctionalInterface
  interface Rule {
    /**
     * @param number counts the datagrams of that way from 0
     */
    Fate decide(Way way, int number);
  }

  /** DTLS content types: handshake records are 20 to 22, data is 23, with connection id 25. */
  private static final int DATA = 23;

  private final DatagramSocket front;
  private final DatagramSocket back;
  private final SocketAddress gate;
  private final Rule rule;

  /** Who was heard last; nothing is for it before. */
  private volatile SocketAddress cart;

  private final AtomicInteger lost = new AtomicInteger();
  private final AtomicInteger doubled = new AtomicInteger();
  private final AtomicInteger toGate = new AtomicInteger();
  private final AtomicInteger toCart = new AtomicInteger();
  private final ByteArrayOutputStream capture = new ByteArrayOutputStream();

  ManInTheMiddle(int gatePort, Rule rule) throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    this.gate = new InetSocketAddress(loopback, gatePort);
    this.cart = gate;
    this.rule = rule;
    this.front = new DatagramSocket(0, loopback);
    this.back = new DatagramSocket(0, loopback);
    Thread.ofPlatform().daemon().start(() -> pump(Way.TO_GATE, front, back));
    Thread.ofPlatform().daemon().start(() -> pump(Way.TO_CART, back, front));
  }

  int port() {
    return front.getLocalPort();
  }

  int lost() {
    return lost.get();
  }

  /** Datagrams of handshakes that went one way. */
  int handshakes(Way way) {
    return (way == Way.TO_GATE ? toGate : toCart).get();
  }

  int doubled() {
    return doubled.get();
  }

  /** Every byte that passed or was lost, both ways, as whoever listens has it. */
  byte[] capture() {
    return capture.toByteArray();
  }

  @Override
  public void close() {
    front.close();
    back.close();
  }

  private void pump(Way way, DatagramSocket from, DatagramSocket to) {
    byte[] buffer = new byte[65_536];
    int number = 0;
    try {
      while (true) {
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        from.receive(packet);
        if (way == Way.TO_GATE) {
          cart = packet.getSocketAddress();
        }
        boolean data = (buffer[0] & 0xff) >= DATA;
        if (!data) {
          (way == Way.TO_GATE ? toGate : toCart).incrementAndGet();
        }
        capture.write(buffer, 0, packet.getLength());
        Fate fate = data ? rule.decide(way, number++) : Fate.PASS;
        pass(fate, Arrays.copyOf(buffer, packet.getLength()), to, way == Way.TO_GATE ? gate : cart);
      }
    } catch (SocketException e) {
      // closed
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void pass(Fate fate, byte[] datagram, DatagramSocket to, SocketAddress target)
      throws IOException {
    DatagramPacket packet = new DatagramPacket(datagram, datagram.length, target);
    switch (fate) {
      case PASS -> to.send(packet);
      case LOSE -> lost.incrementAndGet();
      case DOUBLE -> {
        to.send(packet);
        to.send(packet);
        doubled.incrementAndGet();
      }
    }
  }
}
