package pannier.simulator.load.peer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.LongAdder;

/** Passes TCP connections on and counts their bytes, both ways, without TCP's own headers. */
final class ByteRelay implements AutoCloseable {
  private static final int BUFFER_BYTES = 65_536;

  private final ServerSocket entrance;
  private final InetSocketAddress goal;
  private final LongAdder bytes = new LongAdder();

  private ByteRelay(ServerSocket entrance, InetSocketAddress goal) {
    this.entrance = entrance;
    this.goal = goal;
  }

  static ByteRelay open(InetSocketAddress goal) throws IOException {
    ByteRelay relay =
        new ByteRelay(new ServerSocket(0, 16, InetAddress.getLoopbackAddress()), goal);
    Thread.ofVirtual().name("relay").start(relay::run);
    return relay;
  }

  int port() {
    return entrance.getLocalPort();
  }

  long bytes() {
    return bytes.sum();
  }

  private void run() {
    try {
      while (!entrance.isClosed()) {
        Socket in = entrance.accept();
        Socket out = new Socket(goal.getAddress(), goal.getPort());
        Thread.ofVirtual().start(() -> pump(in, out));
        Thread.ofVirtual().start(() -> pump(out, in));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void pump(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        bytes.add(read);
        out.write(buffer, 0, read);
      }
    } catch (IOException e) {
      // one end closed first
    }
  }

  @Override
  public void close() throws IOException {
    entrance.close();
  }
}
