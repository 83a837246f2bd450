package pannier.simulator.load.peer;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Executor;
import org.eclipse.californium.core.CoapResource;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import org.eclipse.californium.core.server.resources.CoapExchange;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import pannier.payment.cart.outbox.Message;

/** Gives each known request's reply, after some work. */
final class EchoResource extends CoapResource {
  private final Executor threads;
  private final Map<Message, Samples.Sample> samples;
  private final Work work;

  /** What is done before the reply. */
  @FunctionalInterface
  interface Work {
    void on(Samples.Sample sample) throws IOException;
  }

  EchoResource(String name, Executor threads, Map<Message, Samples.Sample> samples, Work work) {
    super(name);
    this.threads = threads;
    this.samples = Map.copyOf(samples);
    this.work = work;
  }

  @Override
  public void handlePOST(CoapExchange exchange) {
    Samples.@Nullable Sample sample = samples.get(new Message(exchange.getRequestPayload()));
    if (sample == null) {
      exchange.respond(ResponseCode.NOT_FOUND);
    } else {
      threads.execute(() -> answer(exchange, sample));
    }
  }

  private void answer(CoapExchange exchange, Samples.Sample sample) {
    try {
      work.on(sample);
      exchange.respond(
          ResponseCode.CHANGED,
          sample.exchange().reply().bytes(),
          MediaTypeRegistry.APPLICATION_CBOR);
    } catch (IOException e) {
      Logger.error(e, "echo");
      exchange.respond(ResponseCode.INTERNAL_SERVER_ERROR);
    }
  }
}
