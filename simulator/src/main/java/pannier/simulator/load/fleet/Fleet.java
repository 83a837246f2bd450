package pannier.simulator.load.fleet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.californium.core.config.CoapConfig;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.elements.auth.RawPublicKeyIdentity;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.elements.config.SystemConfig;
import org.eclipse.californium.elements.config.UdpConfig;
import org.eclipse.californium.scandium.config.DtlsConfig;
import org.eclipse.californium.scandium.config.DtlsConfig.DtlsRole;
import org.eclipse.californium.scandium.config.DtlsConnectorConfig;
import org.eclipse.californium.scandium.dtls.SignatureAndHashAlgorithm;
import org.eclipse.californium.scandium.dtls.cipher.CipherSuite;
import org.eclipse.californium.scandium.dtls.x509.SingleCertificateProvider;
import org.eclipse.californium.scandium.dtls.x509.StaticNewAdvancedCertificateVerifier;
import pannier.wire.Limits;
import pannier.wire.key.OwnKey;
import pannier.wire.key.PeerKey;

/**
 * Carts with an endpoint each, as a fleet needs them: one pair of endpoints takes 265 messages a
 * second at most. A cart costs one receiving thread; everything else runs on a few that all share.
 */
public final class Fleet implements AutoCloseable {
  /** RFC 7252 section 4.8: a busy gate is not to be asked twice for the same. */
  private static final long ACK_TIMEOUT_MILLIS = 2_000;

  private static final int BLOCK_BYTES = 1024;
  private static final int MOST_PEERS = 16;

  private final List<FleetCart> carts = new ArrayList<>();
  private final List<CoapEndpoint> endpoints = new ArrayList<>();
  private final Traffic traffic = new Traffic();
  private final ScheduledThreadPoolExecutor threads;

  private Fleet() {
    int processors = Runtime.getRuntime().availableProcessors();
    threads =
        new ScheduledThreadPoolExecutor(
            processors, Thread.ofPlatform().daemon().name("fleet-", 0).factory());
    threads.setRemoveOnCancelPolicy(true);
  }

  /**
   * Opens a socket for each; no hands are shaken yet.
   *
   * @param gate the key of whom they speak with
   */
  public static Fleet open(List<Member> members, PeerKey gate) throws IOException {
    Fleet fleet = new Fleet();
    Configuration configuration = configuration();
    try {
      for (Member member : members) {
        fleet.add(configuration, member, gate);
      }
      return fleet;
    } catch (IOException | RuntimeException e) {
      fleet.close();
      throw e;
    }
  }

  private void add(Configuration configuration, Member member, PeerKey gate) throws IOException {
    OwnKey own = member.key();
    RawPublicKeyIdentity trusted = new RawPublicKeyIdentity(gate.publicKey());
    DtlsConnectorConfig dtls =
        DtlsConnectorConfig.builder(configuration)
            .setCertificateIdentityProvider(
                new SingleCertificateProvider(own.privateKey(), own.publicKey().publicKey()))
            .setAdvancedCertificateVerifier(
                StaticNewAdvancedCertificateVerifier.builder().setTrustedRPKs(trusted).build())
            .setSessionListener(new HandshakeCount(traffic))
            .setLoggingTag(member.cartId())
            .build();
    CountingConnector connector = new CountingConnector(dtls, traffic);
    connector.setExecutor(threads);
    CoapEndpoint endpoint =
        CoapEndpoint.builder().setConfiguration(configuration).setConnector(connector).build();
    endpoint.setExecutors(threads, threads);
    endpoints.add(endpoint);
    endpoint.start();
    carts.add(new FleetCart(member, connector, endpoint));
  }

  public List<FleetCart> carts() {
    return List.copyOf(carts);
  }

  public Traffic traffic() {
    return traffic;
  }

  @Override
  public void close() {
    endpoints.forEach(CoapEndpoint::destroy);
    threads.shutdownNow();
  }

  private static Configuration configuration() {
    Configuration configuration =
        new Configuration(
            CoapConfig.DEFINITIONS,
            DtlsConfig.DEFINITIONS,
            UdpConfig.DEFINITIONS,
            SystemConfig.DEFINITIONS);
    configuration.set(CoapConfig.DEDUPLICATOR, CoapConfig.DEDUPLICATOR_PEERS_MARK_AND_SWEEP);
    configuration.set(CoapConfig.MAX_ACTIVE_PEERS, MOST_PEERS);
    configuration.set(CoapConfig.MAX_RESOURCE_BODY_SIZE, Limits.MOST_BYTES);
    configuration.set(CoapConfig.PREFERRED_BLOCK_SIZE, BLOCK_BYTES);
    configuration.set(CoapConfig.MAX_MESSAGE_SIZE, BLOCK_BYTES);
    configuration.set(CoapConfig.ACK_TIMEOUT, ACK_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
    configuration.set(DtlsConfig.DTLS_ROLE, DtlsRole.CLIENT_ONLY);
    configuration.set(DtlsConfig.DTLS_MAX_CONNECTIONS, MOST_PEERS);
    configuration.set(DtlsConfig.DTLS_CONNECTION_ID_LENGTH, 0);
    configuration.set(DtlsConfig.DTLS_RECEIVER_THREAD_COUNT, 1);
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
