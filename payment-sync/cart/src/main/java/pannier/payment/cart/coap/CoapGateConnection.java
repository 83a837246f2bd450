package pannier.payment.cart.coap;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.config.CoapConfig;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.elements.AddressEndpointContext;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.elements.config.SystemConfig;
import org.eclipse.californium.elements.config.UdpConfig;
import org.eclipse.californium.scandium.DTLSConnector;
import org.eclipse.californium.scandium.config.DtlsConfig;
import org.eclipse.californium.scandium.config.DtlsConfig.DtlsRole;
import org.eclipse.californium.scandium.config.DtlsConnectorConfig;
import org.eclipse.californium.scandium.dtls.cipher.CipherSuite;
import org.eclipse.californium.scandium.dtls.pskstore.AdvancedSinglePskStore;
import org.jspecify.annotations.Nullable;
import pannier.payment.cart.GateConnection;
import pannier.payment.cart.GateUnreachableException;
import pannier.payment.cart.outbox.Message;
import pannier.wire.Digest;

/**
 * One endpoint of the cart's own, with one DTLS session that lasts. After a request without a
 * response the session is not trusted: the next one shakes hands anew, as the gate may have been
 * restarted.
 */
public final class CoapGateConnection implements GateConnection {
  /** With forward secrecy only. */
  private static final List<CipherSuite> CIPHERS =
      List.of(
          CipherSuite.TLS_ECDHE_PSK_WITH_AES_128_GCM_SHA256,
          CipherSuite.TLS_ECDHE_PSK_WITH_AES_128_CCM_8_SHA256);

  /** As the gate has it: one Ethernet frame. */
  private static final int BLOCK_BYTES = 1024;

  /** Of an entity tag (RFC 7252 section 5.10.6), and the longest price list: 50,000 products. */
  private static final int TAG_BYTES = 8;

  private static final int MOST_DOCUMENT_BYTES = 8 * 1024 * 1024;

  private static final int USUAL_DOCUMENT_BYTES = 512 * 1024;

  private final GateLink link;
  private final DTLSConnector connector;
  private final CoapEndpoint endpoint;

  private CoapGateConnection(GateLink link, DTLSConnector connector, CoapEndpoint endpoint) {
    this.link = link;
    this.connector = connector;
    this.endpoint = endpoint;
  }

  /**
   * Opens a socket; shakes hands with the first request.
   *
   * @throws IOException if there is no socket to be had
   */
  public static CoapGateConnection open(GateLink link) throws IOException {
    Configuration configuration = configuration(link.firstRetransmit());
    DtlsConnectorConfig dtls =
        DtlsConnectorConfig.builder(configuration)
            .setAdvancedPskStore(new AdvancedSinglePskStore(link.cartId(), link.key().secret()))
            .setLoggingTag("cart")
            .build();
    DTLSConnector connector = new DTLSConnector(dtls);
    CoapEndpoint endpoint =
        CoapEndpoint.builder().setConfiguration(configuration).setConnector(connector).build();
    endpoint.start();
    return new CoapGateConnection(link, connector, endpoint);
  }

  @Override
  public Response post(String resource, Message message)
      throws GateUnreachableException, InterruptedException {
    Request request = Request.newPost();
    request.setDestinationContext(new AddressEndpointContext(link.gate()));
    request.getOptions().setUriPath(resource);
    request.getOptions().setContentFormat(MediaTypeRegistry.APPLICATION_CBOR);
    request.setPayload(message.bytes());
    var response = exchange(request, patienceMillis(request.getPayloadSize()));
    return response.isSuccess()
        ? new Response.Accepted(new Message(response.getPayload()))
        : new Response.Refused(response.getCode().value, new Message(response.getPayload()));
  }

  @Override
  public Optional<Message> get(String resource, Optional<Digest> known)
      throws GateUnreachableException, InterruptedException {
    Request request = Request.newGet();
    request.setDestinationContext(new AddressEndpointContext(link.gate()));
    request.getOptions().setUriPath(resource);
    request.getOptions().setAccept(MediaTypeRegistry.APPLICATION_JSON);
    known.ifPresent(it -> request.getOptions().addETag(Arrays.copyOf(it.bytes(), TAG_BYTES)));
    var response = exchange(request, patienceMillis(USUAL_DOCUMENT_BYTES));
    return response.getCode() == ResponseCode.CONTENT
        ? Optional.of(new Message(response.getPayload()))
        : Optional.empty();
  }

  private org.eclipse.californium.core.coap.Response exchange(Request request, long patienceMillis)
      throws GateUnreachableException, InterruptedException {
    request.send(endpoint);
    org.eclipse.californium.core.coap.@Nullable Response response =
        request.waitForResponse(patienceMillis);
    if (response == null) {
      String reason = reason(request);
      request.cancel();
      connector.forceResumeSessionFor(link.gate());
      throw new GateUnreachableException(reason);
    }
    return response;
  }

  @Override
  public void close() {
    endpoint.destroy();
  }

  /** Long messages travel in blocks, one after the other, and so do their answers. */
  private long patienceMillis(int payloadBytes) {
    return link.patience().multipliedBy(1 + payloadBytes / BLOCK_BYTES).toMillis();
  }

  private static String reason(Request request) {
    @Nullable Throwable error = request.getSendError();
    if (error != null) {
      return "not sent: " + error.getMessage();
    }
    return request.isRejected() ? "rejected" : "no response";
  }

  private static Configuration configuration(Duration firstRetransmit) {
    Configuration configuration =
        new Configuration(
            CoapConfig.DEFINITIONS,
            DtlsConfig.DEFINITIONS,
            UdpConfig.DEFINITIONS,
            SystemConfig.DEFINITIONS);
    long retransmitMillis = firstRetransmit.toMillis();
    configuration.set(CoapConfig.DEDUPLICATOR, CoapConfig.DEDUPLICATOR_PEERS_MARK_AND_SWEEP);
    configuration.set(CoapConfig.MAX_ACTIVE_PEERS, 16);
    configuration.set(CoapConfig.MAX_RESOURCE_BODY_SIZE, MOST_DOCUMENT_BYTES);
    configuration.set(CoapConfig.PREFERRED_BLOCK_SIZE, BLOCK_BYTES);
    configuration.set(CoapConfig.MAX_MESSAGE_SIZE, BLOCK_BYTES);
    configuration.set(CoapConfig.PROTOCOL_STAGE_THREAD_COUNT, 1);
    configuration.set(CoapConfig.ACK_TIMEOUT, retransmitMillis, TimeUnit.MILLISECONDS);
    configuration.set(DtlsConfig.DTLS_ROLE, DtlsRole.CLIENT_ONLY);
    configuration.set(DtlsConfig.DTLS_MAX_CONNECTIONS, 16);
    configuration.set(DtlsConfig.DTLS_CONNECTION_ID_LENGTH, 0); // the gate's id will do
    configuration.set(DtlsConfig.DTLS_RECEIVER_THREAD_COUNT, 1);
    configuration.set(DtlsConfig.DTLS_CONNECTOR_THREAD_COUNT, 1);
    configuration.set(
        DtlsConfig.DTLS_RETRANSMISSION_TIMEOUT, retransmitMillis, TimeUnit.MILLISECONDS);
    configuration.set(DtlsConfig.DTLS_RECOMMENDED_CIPHER_SUITES_ONLY, false);
    configuration.set(DtlsConfig.DTLS_CIPHER_SUITES, CIPHERS);
    return configuration;
  }
}
