package pannier.gate.coap;

import java.security.Principal;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.californium.core.CoapResource;
import org.eclipse.californium.core.coap.CoAP.Code;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import org.eclipse.californium.core.coap.OptionSet;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.network.Exchange;
import org.eclipse.californium.core.server.resources.CoapExchange;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import pannier.gate.pairing.CartBookException;
import pannier.gate.settlement.Answer;
import pannier.wire.Problem;
import pannier.wire.ProblemKind;

/** A resource that takes one kind of message by POST, and answers on a thread of its own. */
class MessageResource extends CoapResource {
  /** A large store's carts; more at once are turned away, so that a flood costs bounded memory. */
  private static final int MOST_AT_ONCE = 1_024;

  /**
   * Whose answer takes longer hears that the message came, and need not send it again (RFC 7252
   * section 5.2.2); nothing is sent to one that was answered. Half of what carts wait.
   */
  private static final Duration QUICK = Duration.ofMillis(250);

  private final Guest guest;
  private final Executor threads;
  private final Handler handler;
  private final Semaphore free = new Semaphore(MOST_AT_ONCE);

  /** What is done with a message from a cart. */
  @FunctionalInterface
  interface Handler {
    /**
     * Answers once, and may go on with what nobody waits for.
     *
     * @param name what the peer is called here
     */
    void handle(String name, byte[] message, Consumer<Answer> reply);

    /** One that is done when it has answered. */
    static Handler of(Desk desk) {
      return (name, message, reply) -> reply.accept(desk.answer(name, message));
    }
  }

  /** Answers a message from a cart. */
  @FunctionalInterface
  interface Desk {
    Answer answer(String name, byte[] message);
  }

  /** Whom the resource is for: what a peer is called there, if it may come in. */
  @FunctionalInterface
  interface Guest {
    Optional<String> name(@Nullable Principal peer) throws CartBookException;
  }

  MessageResource(String name, String type, Guest guest, Executor threads, Handler handler) {
    super(name);
    this.guest = guest;
    this.threads = threads;
    this.handler = handler;
    getAttributes().addResourceType(type);
    getAttributes().addContentType(MediaTypeRegistry.APPLICATION_CBOR);
  }

  @Override
  public void handleRequest(Exchange exchange) {
    CoapExchange coap = new CoapExchange(exchange);
    OptionSet options = coap.getRequestOptions();
    if (coap.getRequestCode() != Code.POST) {
      refuse(coap, ProblemKind.NOT_ALLOWED, "expected POST");
    } else if (options.getContentFormat() != MediaTypeRegistry.APPLICATION_CBOR) {
      refuse(
          coap,
          ProblemKind.UNSUPPORTED_FORMAT,
          "content format: found %d; expected %d (-1 is none)"
              .formatted(options.getContentFormat(), MediaTypeRegistry.APPLICATION_CBOR));
    } else if (options.hasAccept() && options.getAccept() != MediaTypeRegistry.APPLICATION_CBOR) {
      refuse(coap, ProblemKind.NOT_ACCEPTABLE, "accept: expected 60");
    } else if (!free.tryAcquire()) {
      refuse(coap, ProblemKind.BUSY, "send the same bytes again later");
    } else {
      CompletableFuture.delayedExecutor(QUICK.toMillis(), TimeUnit.MILLISECONDS)
          .execute(coap::accept);
      threads.execute(() -> work(coap));
    }
  }

  private void work(CoapExchange exchange) {
    try {
      Request request = exchange.advanced().getRequest();
      Optional<String> name = guest.name(request.getSourceContext().getPeerIdentity());
      if (name.isPresent()) {
        handler.handle(name.get(), request.getPayload(), answer -> Replies.send(exchange, answer));
      } else {
        refuse(exchange, ProblemKind.NOT_PAIRED, "staff show the cart a pairing code");
      }
    } catch (CartBookException | RuntimeException e) {
      Logger.error(e, "{}", getName());
      refuse(exchange, ProblemKind.GATE_FAULT, "send the same bytes again later");
    } finally {
      free.release();
    }
  }

  private static void refuse(CoapExchange exchange, ProblemKind kind, String detail) {
    Replies.send(exchange, Problem.of(kind, detail));
  }
}
