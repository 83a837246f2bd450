package pannier.simulator.load.fleet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LossyProxyTest {
  private static final byte[] THERE = {1, 2, 3};
  private static final byte[] BACK = {4};

  private final InetAddress here = InetAddress.getLoopbackAddress();

  @Test
  void answersComeBackToWhomTheyAreFor() throws Exception {
    try (DatagramSocket gate = new DatagramSocket(0, here);
        DatagramSocket first = new DatagramSocket(0, here);
        DatagramSocket second = new DatagramSocket(0, here);
        LossyProxy proxy = open(gate, 0)) {
      for (DatagramSocket cart : new DatagramSocket[] {first, second}) {
        cart.send(new DatagramPacket(THERE, THERE.length, proxy.address()));
        DatagramPacket came = receive(gate);
        assertArrayEquals(THERE, Arrays.copyOf(came.getData(), came.getLength()));
        gate.send(new DatagramPacket(BACK, BACK.length, came.getSocketAddress()));
        assertEquals(BACK.length, receive(cart).getLength());
      }
    }
  }

  @Test
  void aLineThatLosesAllPassesNothing() throws Exception {
    try (DatagramSocket gate = new DatagramSocket(0, here);
        DatagramSocket cart = new DatagramSocket(0, here);
        LossyProxy proxy = open(gate, 1)) {
      cart.send(new DatagramPacket(THERE, THERE.length, proxy.address()));
      gate.setSoTimeout(100);

      assertThrows(SocketTimeoutException.class, () -> receive(gate));
    }
  }

  private static LossyProxy open(DatagramSocket gate, double loss) throws Exception {
    InetSocketAddress address = (InetSocketAddress) gate.getLocalSocketAddress();
    return LossyProxy.open(address, loss, new SplittableRandom(1));
  }

  private static DatagramPacket receive(DatagramSocket socket) throws Exception {
    DatagramPacket packet = new DatagramPacket(new byte[100], 100);
    socket.receive(packet);
    return packet;
  }
}
