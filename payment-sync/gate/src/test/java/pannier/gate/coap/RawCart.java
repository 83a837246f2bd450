package pannier.gate.coap;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.coap.Response;
import org.eclipse.californium.core.config.CoapConfig;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.elements.AddressEndpointContext;
import org.eclipse.californium.elements.auth.RawPublicKeyIdentity;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.elements.config.SystemConfig;
import org.eclipse.californium.elements.config.UdpConfig;
import org.eclipse.californium.scandium.DTLSConnector;
import org.eclipse.californium.scandium.config.DtlsConfig;
import org.eclipse.californium.scandium.config.DtlsConnectorConfig;
import org.eclipse.californium.scandium.dtls.SignatureAndHashAlgorithm;
import org.eclipse.californium.scandium.dtls.cipher.CipherSuite;
import org.eclipse.californium.scandium.dtls.pskstore.AdvancedSinglePskStore;
import org.eclipse.californium.scandium.dtls.x509.SingleCertificateProvider;
import org.eclipse.californium.scandium.dtls.x509.StaticNewAdvancedCertificateVerifier;
import pannier.wire.key.OwnKey;
import pannier.wire.key.PeerKey;

/** A peer that may send anything, with the cipher suites that RFC 7252 asks of everyone. */
public final class RawCart implements AutoCloseable {
  private static final long PATIENCE_MILLIS = 10_000;

  private final CoapEndpoint endpoint;
  private final InetSocketAddress gate;

  private static final int LONG = 1 << 20;

  /** A paired cart. */
  public static RawCart paired(InetSocketAddress gate, OwnKey own, PeerKey gateKey)
      throws IOException {
    return paired(gate, own, gateKey, LONG);
  }

  /** A paired cart that makes no blocks of its own: what it is given is sent as it is. */
  static RawCart ofSingleBlocks(InetSocketAddress gate, OwnKey own, PeerKey gateKey)
      throws IOException {
    return paired(gate, own, gateKey, 0);
  }

  private static RawCart paired(
      InetSocketAddress gate, OwnKey own, PeerKey gateKey, int longestBytes) throws IOException {
    RawPublicKeyIdentity trusted = new RawPublicKeyIdentity(gateKey.publicKey());
    return new RawCart(
        gate,
        longestBytes,
        CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_CCM_8,
        dtls ->
            dtls.set(
                    DtlsConfig.DTLS_SIGNATURE_AND_HASH_ALGORITHMS,
                    List.of(SignatureAndHashAlgorithm.INTRINSIC_WITH_ED25519))
                .setCertificateIdentityProvider(
                    new SingleCertificateProvider(own.privateKey(), own.publicKey().publicKey()))
                .setAdvancedCertificateVerifier(
                    StaticNewAdvancedCertificateVerifier.builder()
                        .setTrustedRPKs(trusted)
                        .build()));
  }

  /** Whoever has a pre-shared key. */
  static RawCart knowing(InetSocketAddress gate, String name, byte[] key) throws IOException {
    return new RawCart(
        gate,
        LONG,
        CipherSuite.TLS_PSK_WITH_AES_128_CCM_8,
        dtls -> dtls.setAdvancedPskStore(new AdvancedSinglePskStore(name, key)));
  }

  private RawCart(
      InetSocketAddress gate,
      int longestBytes,
      CipherSuite suite,
      Consumer<DtlsConnectorConfig.Builder> secret)
      throws IOException {
    Configuration configuration =
        new Configuration(
            CoapConfig.DEFINITIONS,
            DtlsConfig.DEFINITIONS,
            UdpConfig.DEFINITIONS,
            SystemConfig.DEFINITIONS);
    configuration.set(CoapConfig.MAX_RESOURCE_BODY_SIZE, longestBytes);
    configuration.set(DtlsConfig.DTLS_ROLE, DtlsConfig.DtlsRole.CLIENT_ONLY);
    configuration.set(DtlsConfig.DTLS_RECOMMENDED_CIPHER_SUITES_ONLY, false);
    configuration.setAsList(DtlsConfig.DTLS_CIPHER_SUITES, suite);
    DtlsConnectorConfig.Builder dtls = DtlsConnectorConfig.builder(configuration);
    secret.accept(dtls);
    this.gate = gate;
    this.endpoint =
        CoapEndpoint.builder()
            .setConfiguration(configuration)
            .setConnector(new DTLSConnector(dtls.build()))
            .build();
    endpoint.start();
  }

  public Response send(Request request, String path) throws InterruptedException {
    request.setDestinationContext(new AddressEndpointContext(gate));
    request.getOptions().setUriPath(path);
    request.send(endpoint);
    Response response = request.waitForResponse(PATIENCE_MILLIS);
    return response == null ? fail("no response") : response;
  }

  @Override
  public void close() {
    endpoint.destroy();
  }
}
