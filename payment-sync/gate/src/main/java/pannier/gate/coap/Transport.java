package pannier.gate.coap;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.californium.core.config.CoapConfig;
import org.eclipse.californium.elements.config.CertificateAuthenticationMode;
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
import pannier.wire.Limits;
import pannier.wire.key.OwnKey;

/** The gate's socket with its bounds. All settings stand here; no properties file is read. */
final class Transport {
  /** Carts of one gate, with room for those that come and go. */
  private static final int MOST_PEERS = 2_000;

  /** Exchanges that are remembered for each peer to recognise repeated datagrams. */
  private static final int MESSAGES_A_PEER = 32;

  /** Bytes of the connection id that the gate hands out; a cart may change its address. */
  private static final int CONNECTION_ID_BYTES = 6;

  /** Fits one Ethernet frame with DTLS around it (RFC 7252 section 4.6). */
  private static final int BLOCK_BYTES = 1024;

  /**
   * Carts by their keys first, then pairing and readers, with forward secrecy before without; the
   * last one is what RFC 7252 section 9.1.3.1 asks of everyone.
   */
  private static final List<CipherSuite> CIPHERS =
      List.of(
          CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
          CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_CCM_8,
          CipherSuite.TLS_ECDHE_PSK_WITH_AES_128_GCM_SHA256,
          CipherSuite.TLS_ECDHE_PSK_WITH_AES_128_CCM_8_SHA256,
          CipherSuite.TLS_PSK_WITH_AES_128_GCM_SHA256,
          CipherSuite.TLS_PSK_WITH_AES_128_CCM_8);

  private Transport() {}

  static Configuration configuration() {
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
    configuration.set(DtlsConfig.DTLS_STALE_CONNECTION_THRESHOLD, 60, TimeUnit.SECONDS);
    configuration.set(DtlsConfig.DTLS_REMOVE_STALE_DOUBLE_PRINCIPALS, false);
    configuration.set(DtlsConfig.DTLS_USE_HELLO_VERIFY_REQUEST, true);
    configuration.set(DtlsConfig.DTLS_RECEIVER_THREAD_COUNT, 1);
    configuration.set(DtlsConfig.DTLS_CONNECTOR_THREAD_COUNT, 2);
    configuration.set(DtlsConfig.DTLS_RECOMMENDED_CIPHER_SUITES_ONLY, false);
    configuration.set(DtlsConfig.DTLS_CIPHER_SUITES, CIPHERS);
    configuration.set(
        DtlsConfig.DTLS_SIGNATURE_AND_HASH_ALGORITHMS,
        List.of(SignatureAndHashAlgorithm.INTRINSIC_WITH_ED25519));
    configuration.set(
        DtlsConfig.DTLS_CLIENT_AUTHENTICATION_MODE, CertificateAuthenticationMode.NEEDED);
    return configuration;
  }

  /** The socket, not open yet. */
  static DTLSConnector connector(
      Configuration configuration, InetSocketAddress address, Doors doors) {
    OwnKey key = doors.keeper().key();
    DtlsConnectorConfig dtls =
        DtlsConnectorConfig.builder(configuration)
            .setAddress(address)
            .setAdvancedPskStore(new Secrets(doors.readers(), doors.keeper().pairing()))
            .setCertificateIdentityProvider(
                new SingleCertificateProvider(key.privateKey(), key.publicKey().publicKey()))
            .setAdvancedCertificateVerifier(new RegisteredKeys(doors.peers()))
            .setDatagramFilter(new HandshakeFilter(configuration, doors.limits().handshakes()))
            .setConnectionIdGenerator(new SingleNodeConnectionIdGenerator(CONNECTION_ID_BYTES))
            .setLoggingTag("gate")
            .build();
    return new DTLSConnector(dtls);
  }
}
