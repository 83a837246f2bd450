package pannier.gate.coap;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.eclipse.californium.core.CoapResource;
import org.eclipse.californium.core.coap.CoAP.Code;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.OptionSet;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.coap.Response;
import org.eclipse.californium.core.network.Exchange;
import org.eclipse.californium.core.server.resources.CoapExchange;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import pannier.wire.Digest;
import pannier.wire.Problem;
import pannier.wire.ProblemKind;

/**
 * What carts and readers may get, whole, by GET. Its entity tag is the first eight bytes of a
 * SHA-256; to a peer that has it, the gate says 2.03.
 */
class DocumentResource extends CoapResource {
  private static final int TAG_BYTES = 8; // RFC 7252 section 5.10.6: at most

  private final int format;
  private final Peers peers;
  private final Executor threads;
  private final Source source;

  /** How it is called, in links too, and what it is. */
  record Kind(String name, String type, int format) {}

  /**
   * What is sent.
   *
   * @param tag what its entity tag is made of
   */
  @SuppressWarnings("ArrayRecordComponent") // on its way into one response
  record Body(byte[] bytes, Digest tag) {}

  /** Where it comes from. */
  @FunctionalInterface
  interface Source {
    /** Empty if there is none. */
    Optional<Body> find(Request request) throws IOException;
  }

  DocumentResource(Kind kind, Peers peers, Executor threads, Source source) {
    super(kind.name);
    this.format = kind.format;
    this.peers = peers;
    this.threads = threads;
    this.source = source;
    getAttributes().addResourceType(kind.type);
    getAttributes().addContentType(kind.format);
  }

  @Override
  public void handleRequest(Exchange exchange) {
    CoapExchange coap = new CoapExchange(exchange);
    OptionSet options = coap.getRequestOptions();
    if (coap.getRequestCode() != Code.GET) {
      refuse(coap, ProblemKind.NOT_ALLOWED, "expected GET");
    } else if (options.hasAccept() && options.getAccept() != format) {
      refuse(coap, ProblemKind.NOT_ACCEPTABLE, "accept: expected " + format);
    } else {
      threads.execute(() -> work(coap));
    }
  }

  private void work(CoapExchange exchange) {
    try {
      Request request = exchange.advanced().getRequest();
      if (!peers.mayLook(request.getSourceContext().getPeerIdentity())) {
        refuse(exchange, ProblemKind.NOT_PAIRED, "staff show the cart a pairing code");
        return;
      }
      @Nullable Body body = source.find(request).orElse(null);
      if (body == null) {
        refuse(exchange, ProblemKind.NOT_FOUND, "there is none just now");
      } else {
        send(exchange, body);
      }
    } catch (IOException | RuntimeException e) {
      Logger.error(e, "{}", getName());
      refuse(exchange, ProblemKind.GATE_FAULT, "ask again later");
    }
  }

  private void send(CoapExchange exchange, Body body) {
    byte[] tag = Arrays.copyOf(body.tag.bytes(), TAG_BYTES);
    boolean known = exchange.getRequestOptions().containsETag(tag);
    Response response = new Response(known ? ResponseCode.VALID : ResponseCode.CONTENT);
    response.getOptions().addETag(tag);
    if (!known) {
      response.setPayload(body.bytes);
      response.getOptions().setContentFormat(format);
    }
    exchange.respond(response);
  }

  private static void refuse(CoapExchange exchange, ProblemKind kind, String detail) {
    Replies.send(exchange, Problem.of(kind, detail));
  }
}
