package pannier.gate.coap;

import java.util.Arrays;
import org.eclipse.californium.core.CoapResource;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import org.eclipse.californium.core.coap.OptionSet;
import org.eclipse.californium.core.coap.Response;
import org.eclipse.californium.core.network.Exchange;
import org.eclipse.californium.core.server.resources.CoapExchange;
import pannier.wire.Digest;
import pannier.wire.Problem;
import pannier.wire.ProblemKind;

/**
 * The shop's price list, whole, by GET. Its entity tag is the first eight bytes of its SHA-256; to
 * a cart that has it, the gate says 2.03.
 */
final class PriceListResource extends CoapResource {
  private static final int TAG_BYTES = 8; // RFC 7252 section 5.10.6: at most

  private final byte[] document;
  private final byte[] tag;

  PriceListResource(byte[] document) {
    super("price-list");
    this.document = document;
    this.tag = Arrays.copyOf(Digest.of(document).bytes(), TAG_BYTES);
    getAttributes().addResourceType("pannier.price-list");
    getAttributes().addContentType(MediaTypeRegistry.APPLICATION_JSON);
    getAttributes().setMaximumSizeEstimate(document.length);
  }

  @Override
  public void handleGET(CoapExchange exchange) {
    OptionSet asked = exchange.getRequestOptions();
    if (asked.hasAccept() && asked.getAccept() != MediaTypeRegistry.APPLICATION_JSON) {
      Replies.send(exchange, Problem.of(ProblemKind.NOT_ACCEPTABLE, "accept: expected 50"));
      return;
    }
    boolean known = asked.containsETag(tag);
    Response response = new Response(known ? ResponseCode.VALID : ResponseCode.CONTENT);
    response.getOptions().addETag(tag);
    if (!known) {
      response.setPayload(document);
      response.getOptions().setContentFormat(MediaTypeRegistry.APPLICATION_JSON);
    }
    exchange.respond(response);
  }

  @Override
  public void handleRequest(Exchange exchange) {
    switch (exchange.getRequest().getCode()) {
      case GET -> super.handleRequest(exchange);
      default ->
          Replies.send(
              new CoapExchange(exchange), Problem.of(ProblemKind.NOT_ALLOWED, "expected GET"));
    }
  }
}
