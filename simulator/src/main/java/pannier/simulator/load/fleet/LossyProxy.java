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
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.tinylog.Logger;

/**
 * A bad network on this machine, one thread for all carts: each datagram, either way and handshakes
 * too, is lost with the same probability.
 */
public final class LossyProxy implements AutoCloseable {
  private static final int MOST_BYTES = 65_535;

  private final Selector selector;
  private final DatagramChannel entrance;
  private final InetSocketAddress gate;
  private final double loss;
  private final RandomGenerator random;
  private final Map<SocketAddress, DatagramChannel> exits = new HashMap<>();
  private final ByteBuffer datagram = ByteBuffer.allocateDirect(MOST_BYTES);
  private final Thread thread;

  private LossyProxy(InetSocketAddress gate, double loss, RandomGenerator random)
      throws IOException {
    this.gate = gate;
    this.loss = loss;
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
    LossyProxy proxy = new LossyProxy(gate, loss, random);
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
        selector.select(this::pass);
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
      if (sender == null || random.nextDouble() < loss) {
        return;
      }
      datagram.flip();
      if (key.attachment() == null) {
        exit(sender).send(datagram, gate);
      } else {
        entrance.send(datagram, (SocketAddress) key.attachment());
      }
    } catch (IOException e) {
      Logger.debug(e, "a datagram was lost");
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
