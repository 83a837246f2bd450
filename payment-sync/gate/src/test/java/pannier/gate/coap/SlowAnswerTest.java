package pannier.gate.coap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.californium.core.CoapServer;
import org.eclipse.californium.core.coap.CoAP;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import org.eclipse.californium.core.coap.MessageObserverAdapter;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.coap.Response;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.elements.config.Configuration;
import org.junit.jupiter.api.Test;
import pannier.gate.ledger.EncodedReply;
import pannier.gate.settlement.Answer;

/** CORE_09 of ETSI's plugtests: the answer comes later than the acknowledgement. */
class SlowAnswerTest {
  @Test
  void slowMessageIsAcknowledgedBeforeItIsAnswered() throws Exception {
    CountDownLatch acknowledged = new CountDownLatch(1);
    AtomicInteger calls = new AtomicInteger();
    Configuration noFile = new Configuration();
    CoapEndpoint peer = CoapEndpoint.builder().setConfiguration(noFile).build();
    CoapServer server = new CoapServer(noFile);
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    CoapEndpoint gate =
        CoapEndpoint.builder().setConfiguration(noFile).setInetSocketAddress(any).build();
    server.addEndpoint(gate);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      server.add(
          new MessageResource(
              "settle",
              "pannier.settle",
              peer1 -> Optional.of("cart-1"),
              threads,
              (cart, message, reply) -> {
                calls.incrementAndGet();
                assertTrue(await(acknowledged));
                reply.accept(new Answer.Replied(EncodedReply.ofBytes(new byte[] {1})));
              }));
      server.start();
      peer.start();
      Request request = Request.newPost().setPayload(new byte[] {2});
      request.getOptions().setContentFormat(MediaTypeRegistry.APPLICATION_CBOR);
      request.setURI("coap://127.0.0.1:%d/settle".formatted(gate.getAddress().getPort()));
      request.addMessageObserver(
          new MessageObserverAdapter() {
            @Override
            public void onAcknowledgement() {
              acknowledged.countDown();
            }
          });
      request.send(peer);
      Response response = request.waitForResponse(10_000);
      assertEquals(CoAP.Type.CON, response.getType());
      assertEquals(1, calls.get());
    } finally {
      peer.destroy();
      server.destroy();
    }
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
