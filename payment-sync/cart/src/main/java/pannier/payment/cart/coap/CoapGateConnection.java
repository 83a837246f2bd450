package pannier.payment.cart.coap;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.californium.core.CoapClient;
import org.eclipse.californium.core.CoapHandler;
import org.eclipse.californium.core.CoapObserveRelation;
import org.eclipse.californium.core.CoapResponse;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.core.network.interceptors.MessageInterceptorAdapter;
import org.eclipse.californium.elements.AddressEndpointContext;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.scandium.DTLSConnector;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import pannier.payment.cart.GateUnreachableException;
import pannier.payment.cart.ObservingConnection;
import pannier.payment.cart.outbox.Message;
import pannier.wire.Digest;
import pannier.wire.PairingCode;
import pannier.wire.key.SealedFile;

/**
 * One endpoint of the cart's own, with one DTLS session that lasts, also while the cart is off if
 * it has a file for it. After a request without a response the session is not trusted: the next one
 * shakes hands anew, as the gate may have lost it.
 */
public final class CoapGateConnection implements ObservingConnection {
  /** Of an entity tag (RFC 7252 section 5.10.6). */
  private static final int TAG_BYTES = 8;

  /** A document's block is sent again for about so long, in the patience of one message. */
  private static final int SILENCES = 2;

  /** The gate keeps it no longer. */
  private static final Duration KEPT = Duration.ofHours(12);

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration FIRST_RETRANSMIT = Duration.ofMillis(500);

  private final InetSocketAddress gate;
  private final Duration patience;
  private final DTLSConnector connector;
  private final CoapEndpoint endpoint;
  private final Optional<SealedFile> session;
  private volatile long heardNanos = System.nanoTime();
  private Optional<CoapObserveRelation> observation = Optional.empty();

  private CoapGateConnection(
      InetSocketAddress gate,
      Duration patience,
      DTLSConnector connector,
      Configuration configuration,
      Optional<SealedFile> session) {
    this.gate = gate;
    this.patience = patience;
    this.connector = connector;
    this.session = session;
    this.endpoint =
        CoapEndpoint.builder().setConfiguration(configuration).setConnector(connector).build();
    endpoint.addInterceptor(
        new MessageInterceptorAdapter() {
          @Override
          public void receiveResponse(org.eclipse.californium.core.coap.Response response) {
            heardNanos = System.nanoTime();
          }
        });
  }

  /**
   * Opens a socket; shakes hands with the first request.
   *
   * @throws IOException if there is no socket to be had
   */
  public static CoapGateConnection open(GateLink link) throws IOException {
    return open(link, Optional.empty());
  }

  /**
   * Opens a socket, and goes on with the session that the last run left in {@code session}. The
   * file is taken away before it is used, so that no session is ever used twice.
   *
   * @throws IOException if there is no socket to be had, or the file cannot be taken away
   */
  public static CoapGateConnection open(GateLink link, Path session) throws IOException {
    return open(link, Optional.of(new SealedFile(session, link.own())));
  }

  private static CoapGateConnection open(GateLink link, Optional<SealedFile> session)
      throws IOException {
    Configuration configuration = CartTransport.configuration(link.firstRetransmit());
    DTLSConnector connector = CartTransport.mutual(link, configuration);
    Optional<byte[]> kept = session.isPresent() ? session.get().takeOut() : Optional.empty();
    if (kept.isPresent()) {
      goOn(connector, kept.get());
    }
    CoapGateConnection connection =
        new CoapGateConnection(link.gate(), link.patience(), connector, configuration, session);
    connection.endpoint.start();
    return connection;
  }

  private static void goOn(DTLSConnector connector, byte[] session) {
    try {
      connector.loadConnections(new ByteArrayInputStream(session), 0);
    } catch (IOException | IllegalArgumentException e) {
      Logger.warn("the session begins anew: {}", e.getMessage());
    }
  }

  /**
   * Opens a socket for a pairing alone; the code's secret shakes hands.
   *
   * @throws IOException if there is no socket to be had, or the gate's host is not known
   */
  static CoapGateConnection forPairing(PairingCode code) throws IOException {
    InetSocketAddress gate = new InetSocketAddress(code.host(), code.port());
    if (gate.isUnresolved()) {
      throw new IOException("the gate's host %s is not known here".formatted(code.host()));
    }
    Configuration configuration = CartTransport.configuration(FIRST_RETRANSMIT);
    DTLSConnector connector = CartTransport.pairing(code, configuration);
    CoapGateConnection connection =
        new CoapGateConnection(gate, PATIENCE, connector, configuration, Optional.empty());
    connection.endpoint.start();
    return connection;
  }

  @Override
  public Response post(String resource, Message message)
      throws GateUnreachableException, InterruptedException {
    Request request = Request.newPost();
    request.setDestinationContext(new AddressEndpointContext(gate));
    request.getOptions().setUriPath(resource);
    request.getOptions().setContentFormat(MediaTypeRegistry.APPLICATION_CBOR);
    request.setPayload(message.bytes());
    request.send(endpoint);
    return response(
        answered(request, request.waitForResponse(patienceMillis(request.getPayloadSize()))));
  }

  @Override
  public Optional<Message> get(String resource, Optional<Digest> known)
      throws GateUnreachableException, InterruptedException {
    Request request = Request.newGet();
    request.setDestinationContext(new AddressEndpointContext(gate));
    request.getOptions().setUriPath(resource);
    known.ifPresent(it -> request.getOptions().addETag(Arrays.copyOf(it.bytes(), TAG_BYTES)));
    request.send(endpoint);
    var response = answered(request, document(request));
    return switch (response.getCode()) {
      case CONTENT -> Optional.of(new Message(response.getPayload()));
      case VALID, NOT_FOUND -> Optional.empty();
      default -> throw new GateUnreachableException("the gate answered " + response.getCode());
    };
  }

  @Override
  public void watch(String resource, Consumer<Response> told) {
    if (observation.isPresent() && !observation.get().isCanceled()) {
      observation.get().reregister();
      return;
    }
    CoapClient client = new CoapClient();
    client.setEndpoint(endpoint);
    client.setDestinationContext(new AddressEndpointContext(gate));
    Request request = Request.newGet();
    request.setURI("coaps://%s:%d/%s".formatted(gate.getHostString(), gate.getPort(), resource));
    request.setDestinationContext(new AddressEndpointContext(gate));
    request.setObserve();
    observation = Optional.of(client.observe(request, new Listener(told)));
  }

  /** Hands on what comes unasked. */
  private record Listener(Consumer<Response> told) implements CoapHandler {
    @Override
    public void onLoad(CoapResponse response) {
      told.accept(CoapGateConnection.response(response.advanced()));
    }

    @Override
    public void onError() {
      Logger.debug("nothing is observed just now");
    }
  }

  private static Response response(org.eclipse.californium.core.coap.Response response) {
    return response.isSuccess()
        ? new Response.Accepted(new Message(response.getPayload()))
        : new Response.Refused(response.getCode().value, new Message(response.getPayload()));
  }

  /**
   * What is asked for travels in many blocks: waits as long as they come. A block that was never
   * sent, as for want of a message's number, ends nothing by itself.
   */
  private org.eclipse.californium.core.coap.@Nullable Response document(Request request)
      throws InterruptedException {
    org.eclipse.californium.core.coap.@Nullable Response response;
    do {
      response = request.waitForResponse(SILENCES * patience.toMillis());
    } while (response == null
        && request.getSendError() == null
        && System.nanoTime() - heardNanos < SILENCES * patience.toNanos());
    return response;
  }

  private org.eclipse.californium.core.coap.Response answered(
      Request request, org.eclipse.californium.core.coap.@Nullable Response response)
      throws GateUnreachableException {
    if (response == null) {
      String reason = reason(request);
      request.cancel();
      connector.forceResumeSessionFor(gate);
      throw new GateUnreachableException(reason);
    }
    return response;
  }

  @Override
  public void close() {
    endpoint.stop();
    if (session.isPresent()) {
      keep(session.get());
    }
    endpoint.destroy();
  }

  private void keep(SealedFile file) {
    try {
      ByteArrayOutputStream kept = new ByteArrayOutputStream();
      if (connector.saveConnections(kept, KEPT.toSeconds()) > 0) {
        file.write(kept.toByteArray());
      }
    } catch (IOException e) {
      Logger.warn("the session is not kept: {}", e.getMessage());
    }
  }

  /** Long messages travel in blocks, one after the other, and so do their answers. */
  private long patienceMillis(int payloadBytes) {
    return patience.multipliedBy(1 + payloadBytes / CartTransport.BLOCK_BYTES).toMillis();
  }

  private static String reason(Request request) {
    @Nullable Throwable error = request.getSendError();
    if (error != null) {
      return "not sent: " + error.getMessage();
    }
    return request.isRejected() ? "rejected" : "no response";
  }
}
