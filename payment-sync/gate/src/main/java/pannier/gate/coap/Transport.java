package pannier.gate.coap;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.californium.core.config.CoapConfig;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.elements.config.SystemConfig;
import org.eclipse.californium.elements.config.UdpConfig;
import org.eclipse.californium.scandium.DTLSConnector;
import org.eclipse.californium.scandium.config.DtlsConfig;
import org.eclipse.californium.scandium.config.DtlsConfig.DtlsRole;
import org.eclipse.californium.scandium.config.DtlsConnectorConfig;
import org.eclipse.californium.scandium.dtls.SingleNodeConnectionIdGenerator;
import org.eclipse.californium.scandium.dtls.cipher.CipherSuite;
import org.eclipse.californium.scandium.dtls.pskstore.AdvancedMultiPskStore;
import pannier.wire.Limits;

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

  /** With forward secrecy first; the last one is what RFC 7252 section 9.1.3.1 asks of everyone. */
  private static final List<CipherSuite> CIPHERS =
      List.of(
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
    configuration.set(DtlsConfig.DTLS_REMOVE_STALE_DOUBLE_PRINCIPALS, true);
    configuration.set(DtlsConfig.DTLS_USE_HELLO_VERIFY_REQUEST, true);
    configuration.set(DtlsConfig.DTLS_RECEIVER_THREAD_COUNT, 1);
    configuration.set(DtlsConfig.DTLS_CONNECTOR_THREAD_COUNT, 2);
    configuration.set(DtlsConfig.DTLS_RECOMMENDED_CIPHER_SUITES_ONLY, false);
    configuration.set(DtlsConfig.DTLS_CIPHER_SUITES, CIPHERS);
    return configuration;
  }

  static CoapEndpoint endpoint(
      Configuration configuration, InetSocketAddress address, CartKeys keys) {
    AdvancedMultiPskStore store = new AdvancedMultiPskStore();
    for (String cart : keys.carts()) {
      store.setKey(cart, keys.key(cart));
    }
    DtlsConnectorConfig dtls =
        DtlsConnectorConfig.builder(configuration)
            .setAddress(address)
            .setAdvancedPskStore(store)
            .setConnectionIdGenerator(new SingleNodeConnectionIdGenerator(CONNECTION_ID_BYTES))
            .setLoggingTag("gate")
            .build();
    return CoapEndpoint.builder()
        .setConfiguration(configuration)
        .setConnector(new DTLSConnector(dtls))
        .build();
  }
}
