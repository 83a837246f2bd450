package pannier.simulator.load.fleet;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * A bad network on this machine, one thread for all carts: each datagram, either way and handshakes
 * too, is lost, doubled or held up with the same probability.
 */
public final class LossyProxy implements AutoCloseable {
  private static final int MOST_BYTES = 65_535;
  private static final long LONGEST_HOLD_NANOS = 100_000_000;
  private static final long NANOS_PER_MILLI = 1_000_000;

  /** What a DTLS record begins with that holds an application's message (RFC 9147, 9146). */
  private static final Set<Byte> MESSAGE = Set.of((byte) 23, (byte) 25);

  private final Selector selector;
  private final DatagramChannel entrance;
  private final InetSocketAddress gate;
  private final Weather weather;
  private final Watch watch;
  private final RandomGenerator random;
  private final PriorityQueue<Late> late =
      new PriorityQueue<>(Comparator.comparingLong(Late::dueNanos));
  private final Map<SocketAddress, DatagramChannel> exits = new HashMap<>();
  private final ByteBuffer datagram = ByteBuffer.allocateDirect(MOST_BYTES);
  private final Thread thread;

  private record Late(long dueNanos, ByteBuffer bytes, DatagramChannel way, SocketAddress to) {}

  /** Told of messages, not of handshakes, as they leave the network; on its thread. */
  @FunctionalInterface
  public interface Watch {
    Watch NOBODY = toGate -> {};

    void passed(boolean toGate);
  }

  private LossyProxy(InetSocketAddress gate, Weather weather, RandomGenerator random, Watch watch)
      throws IOException {
    this.gate = gate;
    this.weather = weather;
    this.watch = watch;
    this.random = random;
    this.selector = Selector.open();
    this.entrance = register(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    this.thread = Thread.ofPlatform().daemon().name("lossy network").unstarted(this::run);
  }

  /**
   * Starts to pass datagrams on.
   *
   * @param loss 0 to below 1
   */
  public static LossyProxy open(InetSocketAddress gate, double loss, RandomGenerator random)
      throws IOException {
    return open(gate, Weather.losing(loss), random, Watch.NOBODY);
  }

  /** Starts to pass datagrams on. */
  public static LossyProxy open(
      InetSocketAddress gate, Weather weather, RandomGenerator random, Watch watch)
      throws IOException {
    LossyProxy proxy = new LossyProxy(gate, weather, random, watch);
    proxy.thread.start();
    return proxy;
  }

  /** Where carts send to. */
  public InetSocketAddress address() throws IOException {
    return (InetSocketAddress) entrance.getLocalAddress();
  }

  private DatagramChannel register(InetSocketAddress address) throws IOException {
    DatagramChannel channel = DatagramChannel.open();
    channel.bind(address);
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ);
    return channel;
  }

  private void run() {
    try {
      while (entrance.isOpen()) {
        selector.select(this::pass, waitMillis());
        deliverLate();
      }
    } catch (ClosedSelectorException e) {
      Logger.debug("the network is gone");
    } catch (IOException e) {
      Logger.error(e, "the network failed");
    }
  }

  private void pass(SelectionKey key) {
    try {
      datagram.clear();
      DatagramChannel from = (DatagramChannel) key.channel();
      SocketAddress sender = from.receive(datagram);
      if (sender == null || random.nextDouble() < weather.loss()) {
        return;
      }
      datagram.flip();
      if (key.attachment() == null) {
        carry(exit(sender), gate);
      } else {
        carry(entrance, (SocketAddress) key.attachment());
      }
    } catch (IOException e) {
      Logger.debug(e, "a datagram was lost");
    }
  }

  private void carry(DatagramChannel way, SocketAddress to) throws IOException {
    if (random.nextDouble() < weather.late()) {
      hold(way, to);
      return;
    }
    if (random.nextDouble() < weather.twice()) {
      hold(way, to);
    }
    send(datagram, way, to);
  }

  private void hold(DatagramChannel way, SocketAddress to) {
    ByteBuffer bytes = ByteBuffer.allocate(datagram.remaining());
    bytes.put(datagram.duplicate()).flip();
    late.add(new Late(System.nanoTime() + random.nextLong(LONGEST_HOLD_NANOS), bytes, way, to));
  }

  private void send(ByteBuffer bytes, DatagramChannel way, SocketAddress to) throws IOException {
    boolean message = bytes.hasRemaining() && MESSAGE.contains(bytes.get(bytes.position()));
    way.send(bytes, to);
    if (message) {
      watch.passed(to.equals(gate));
    }
  }

  /** Until the next one that is held up is due; 0: for ever. */
  private long waitMillis() {
    @Nullable Late next = late.peek();
    return next == null ? 0 : Math.max(1, (next.dueNanos - System.nanoTime()) / NANOS_PER_MILLI);
  }

  private void deliverLate() throws IOException {
    while (!late.isEmpty() && late.peek().dueNanos - System.nanoTime() <= 0) {
      Late one = late.remove();
      send(one.bytes, one.way, one.to);
    }
  }

  private DatagramChannel exit(SocketAddress cart) throws IOException {
    DatagramChannel known = exits.get(cart);
    if (known != null) {
      return known;
    }
    DatagramChannel exit = register(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    exit.keyFor(selector).attach(cart);
    exits.put(cart, exit);
    return exit;
  }

  @Override
  public void close() throws IOException {
    selector.close();
    entrance.close();
    for (DatagramChannel exit : exits.values()) {
      exit.close();
    }
  }
}
