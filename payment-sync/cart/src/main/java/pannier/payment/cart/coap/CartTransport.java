package pannier.payment.cart.coap;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.californium.core.config.CoapConfig;
import org.eclipse.californium.elements.auth.RawPublicKeyIdentity;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.elements.config.SystemConfig;
import org.eclipse.californium.elements.config.UdpConfig;
import org.eclipse.californium.scandium.DTLSConnector;
import org.eclipse.californium.scandium.config.DtlsConfig;
import org.eclipse.californium.scandium.config.DtlsConfig.DtlsRole;
import org.eclipse.californium.scandium.config.DtlsConnectorConfig;
import org.eclipse.californium.scandium.dtls.SignatureAndHashAlgorithm;
import org.eclipse.californium.scandium.dtls.cipher.CipherSuite;
import org.eclipse.californium.scandium.dtls.pskstore.AdvancedSinglePskStore;
import org.eclipse.californium.scandium.dtls.x509.SingleCertificateProvider;
import org.eclipse.californium.scandium.dtls.x509.StaticNewAdvancedCertificateVerifier;
import pannier.wire.PairingCode;

/** The cart's socket with its bounds. All settings stand here; no properties file is read. */
final class CartTransport {
  /** As the gate has it: one Ethernet frame. */
  static final int BLOCK_BYTES = 1024;

  private static final int MOST_DOCUMENT_BYTES = 8 * 1024 * 1024; // 50,000 products
  private static final int MOST_PEERS = 16;

  private CartTransport() {}

  /** Both ends show their keys. */
  static DTLSConnector mutual(GateLink link, Configuration configuration) {
    configuration.set(
        DtlsConfig.DTLS_CIPHER_SUITES,
        List.of(
            CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
            CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_CCM_8));
    configuration.set(
        DtlsConfig.DTLS_SIGNATURE_AND_HASH_ALGORITHMS,
        List.of(SignatureAndHashAlgorithm.INTRINSIC_WITH_ED25519));
    RawPublicKeyIdentity gate = new RawPublicKeyIdentity(link.gateKey().publicKey());
    DtlsConnectorConfig dtls =
        DtlsConnectorConfig.builder(configuration)
            .setCertificateIdentityProvider(
                new SingleCertificateProvider(
                    link.own().privateKey(), link.own().publicKey().publicKey()))
            .setAdvancedCertificateVerifier(
                StaticNewAdvancedCertificateVerifier.builder().setTrustedRPKs(gate).build())
            .setLoggingTag("cart")
            .build();
    return new DTLSConnector(dtls);
  }

  /** Both ends know the code's secret; with forward secrecy only. */
  static DTLSConnector pairing(PairingCode code, Configuration configuration) {
    configuration.set(
        DtlsConfig.DTLS_CIPHER_SUITES,
        List.of(
            CipherSuite.TLS_ECDHE_PSK_WITH_AES_128_GCM_SHA256,
            CipherSuite.TLS_ECDHE_PSK_WITH_AES_128_CCM_8_SHA256));
    DtlsConnectorConfig dtls =
        DtlsConnectorConfig.builder(configuration)
            .setAdvancedPskStore(new AdvancedSinglePskStore(code.id(), code.secretBytes()))
            .setLoggingTag("pairing")
            .build();
    return new DTLSConnector(dtls);
  }

  static Configuration configuration(Duration firstRetransmit) {
    Configuration configuration =
        new Configuration(
            CoapConfig.DEFINITIONS,
            DtlsConfig.DEFINITIONS,
            UdpConfig.DEFINITIONS,
            SystemConfig.DEFINITIONS);
    long retransmitMillis = firstRetransmit.toMillis();
    configuration.set(CoapConfig.DEDUPLICATOR, CoapConfig.DEDUPLICATOR_PEERS_MARK_AND_SWEEP);
    configuration.set(CoapConfig.MAX_ACTIVE_PEERS, MOST_PEERS);
    configuration.set(CoapConfig.MAX_RESOURCE_BODY_SIZE, MOST_DOCUMENT_BYTES);
    configuration.set(CoapConfig.PREFERRED_BLOCK_SIZE, BLOCK_BYTES);
    configuration.set(CoapConfig.MAX_MESSAGE_SIZE, BLOCK_BYTES);
    configuration.set(CoapConfig.PROTOCOL_STAGE_THREAD_COUNT, 1);
    configuration.set(CoapConfig.ACK_TIMEOUT, retransmitMillis, TimeUnit.MILLISECONDS);
    configuration.set(DtlsConfig.DTLS_ROLE, DtlsRole.CLIENT_ONLY);
    configuration.set(DtlsConfig.DTLS_MAX_CONNECTIONS, MOST_PEERS);
    configuration.set(DtlsConfig.DTLS_CONNECTION_ID_LENGTH, 0); // the gate's id will do
    configuration.set(DtlsConfig.DTLS_RECEIVER_THREAD_COUNT, 1);
    configuration.set(DtlsConfig.DTLS_CONNECTOR_THREAD_COUNT, 1);
    configuration.set(
        DtlsConfig.DTLS_RETRANSMISSION_TIMEOUT, retransmitMillis, TimeUnit.MILLISECONDS);
    configuration.set(DtlsConfig.DTLS_RECOMMENDED_CIPHER_SUITES_ONLY, false);
    return configuration;
  }
}
