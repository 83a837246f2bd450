package pannier.simulator.load.peer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.californium.core.CoapServer;
import org.eclipse.californium.core.config.CoapConfig;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.elements.auth.RawPublicKeyIdentity;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.elements.config.SystemConfig;
import org.eclipse.californium.elements.config.UdpConfig;
import org.eclipse.californium.scandium.DTLSConnector;
import org.eclipse.californium.scandium.config.DtlsConfig;
import org.eclipse.californium.scandium.config.DtlsConfig.DtlsRole;
import org.eclipse.californium.scandium.config.DtlsConnectorConfig;
import org.eclipse.californium.scandium.dtls.SignatureAndHashAlgorithm;
import org.eclipse.californium.scandium.dtls.SingleNodeConnectionIdGenerator;
import org.eclipse.californium.scandium.dtls.cipher.CipherSuite;
import org.eclipse.californium.scandium.dtls.x509.SingleCertificateProvider;
import org.eclipse.californium.scandium.dtls.x509.StaticNewAdvancedCertificateVerifier;
import pannier.payment.cart.outbox.Message;
import pannier.wire.Limits;
import pannier.wire.key.OwnKey;
import pannier.wire.key.PeerKey;

/**
 * A bare Californium DTLS server with the gate's settings. To a sample's request, {@code /mirror}
 * gives the sample's reply at once, on the protocol's own thread; {@code /signed} first checks its
 * signature and commits the request to a SQLite file.
 */
final class EchoServer implements AutoCloseable {
  private static final int MOST_PEERS = 2_000;
  private static final int MESSAGES_A_PEER = 32;
  private static final int CONNECTION_ID_BYTES = 6;
  private static final int BLOCK_BYTES = 1024;

  private final CoapServer server;
  private final CoapEndpoint endpoint;
  private final ExecutorService threads;

  private EchoServer(CoapServer server, CoapEndpoint endpoint, ExecutorService threads) {
    this.server = server;
    this.endpoint = endpoint;
    this.threads = threads;
  }

  /** Whom it is and whom it takes in. */
  record Hands(OwnKey own, List<PeerKey> carts) {}

  /**
   * @param signed what {@code /signed} does
   */
  static EchoServer start(Hands hands, Samples samples, EchoResource.Work signed)
      throws IOException {
    Configuration configuration = configuration();
    Map<Message, Samples.Sample> known = new HashMap<>();
    samples.list().forEach(it -> known.put(it.exchange().request(), it));
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    CoapServer server = new CoapServer(configuration);
    CoapEndpoint endpoint = endpoint(configuration, hands);
    server.addEndpoint(endpoint);
    server.add(
        new EchoResource("mirror", Runnable::run, known, sample -> {}),
        new EchoResource("signed", threads, known, signed));
    server.start();
    return new EchoServer(server, endpoint, threads);
  }

  int port() {
    return endpoint.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop();
    threads.close();
    server.destroy();
  }

  private static CoapEndpoint endpoint(Configuration configuration, Hands hands) {
    RawPublicKeyIdentity[] carts =
        hands.carts.stream()
            .map(key -> new RawPublicKeyIdentity(key.publicKey()))
            .toArray(RawPublicKeyIdentity[]::new);
    DtlsConnectorConfig dtls =
        DtlsConnectorConfig.builder(configuration)
            .setAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .setCertificateIdentityProvider(
                new SingleCertificateProvider(
                    hands.own.privateKey(), hands.own.publicKey().publicKey()))
            .setAdvancedCertificateVerifier(
                StaticNewAdvancedCertificateVerifier.builder().setTrustedRPKs(carts).build())
            .setConnectionIdGenerator(new SingleNodeConnectionIdGenerator(CONNECTION_ID_BYTES))
            .build();
    return CoapEndpoint.builder()
        .setConfiguration(configuration)
        .setConnector(new DTLSConnector(dtls))
        .build();
  }

  /** As the gate's own transport has it. */
  private static Configuration configuration() {
    Configuration configuration =
        new Configuration(
            CoapConfig.DEFINITIONS,
            DtlsConfig.DEFINITIONS,
            UdpConfig.DEFINITIONS,
            SystemConfig.DEFINITIONS);
    configuration.set(CoapConfig.DEDUPLICATOR, CoapConfig.DEDUPLICATOR_PEERS_MARK_AND_SWEEP);
    configuration.set(CoapConfig.PEERS_MARK_AND_SWEEP_MESSAGES, MESSAGES_A_PEER);
    configuration.set(CoapConfig.MAX_ACTIVE_PEERS, MOST_PEERS);
    configuration.set(CoapConfig.MAX_RESOURCE_BODY_SIZE, Limits.MOST_BYTES);
    configuration.set(CoapConfig.PREFERRED_BLOCK_SIZE, BLOCK_BYTES);
    configuration.set(CoapConfig.MAX_MESSAGE_SIZE, BLOCK_BYTES);
    configuration.set(CoapConfig.PROTOCOL_STAGE_THREAD_COUNT, 2);
    configuration.set(DtlsConfig.DTLS_ROLE, DtlsRole.SERVER_ONLY);
    configuration.set(DtlsConfig.DTLS_MAX_CONNECTIONS, MOST_PEERS);
    configuration.set(DtlsConfig.DTLS_USE_HELLO_VERIFY_REQUEST, true);
    configuration.set(DtlsConfig.DTLS_RECEIVER_THREAD_COUNT, 1);
    configuration.set(DtlsConfig.DTLS_CONNECTOR_THREAD_COUNT, 2);
    configuration.set(DtlsConfig.DTLS_RECOMMENDED_CIPHER_SUITES_ONLY, false);
    configuration.set(
        DtlsConfig.DTLS_CIPHER_SUITES,
        List.of(CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256));
    configuration.set(
        DtlsConfig.DTLS_SIGNATURE_AND_HASH_ALGORITHMS,
        List.of(SignatureAndHashAlgorithm.INTRINSIC_WITH_ED25519));
    return configuration;
  }
}
