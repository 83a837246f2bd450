package pannier.simulator.load.fleet;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.coap.Response;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.elements.AddressEndpointContext;
import org.eclipse.californium.scandium.DTLSConnector;
import org.jspecify.annotations.Nullable;
import pannier.payment.cart.outbox.Message;
import pannier.wire.key.OwnKey;

/** One cart's endpoint. Used by one thread at a time. */
public final class FleetCart {
  private final Member member;
  private final DTLSConnector connector;
  private final CoapEndpoint endpoint;

  FleetCart(Member member, DTLSConnector connector, CoapEndpoint endpoint) {
    this.member = member;
    this.connector = connector;
    this.endpoint = endpoint;
  }

  /**
   * What came back.
   *
   * @param code class and detail in one byte (RFC 7252 section 3)
   */
  public record Reply(int code, Message body) {
    public boolean success() {
      return code >>> 5 == 2;
    }
  }

  public String cartId() {
    return member.cartId();
  }

  /** Signs its bills. */
  public OwnKey key() {
    return member.key();
  }

  /**
   * Posts CBOR and waits; shakes hands first where there is no session. Empty if nothing came in
   * time: the next request then shakes hands anew.
   */
  public Optional<Reply> post(
      InetSocketAddress to, String resource, Message body, Duration patience)
      throws InterruptedException {
    Request request = Request.newPost();
    request.setDestinationContext(new AddressEndpointContext(to));
    request.getOptions().setUriPath(resource);
    request.getOptions().setContentFormat(MediaTypeRegistry.APPLICATION_CBOR);
    request.setPayload(body.bytes());
    request.send(endpoint);
    @Nullable Response response = request.waitForResponse(patience.toMillis());
    if (response == null) {
      request.cancel();
      connector.forceResumeSessionFor(to);
      return Optional.empty();
    }
    return Optional.of(new Reply(response.getCode().value, new Message(response.getPayload())));
  }
}
