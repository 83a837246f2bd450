package pannier.gate.coap;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.net.InetSocketAddress;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.coap.Response;
import org.eclipse.californium.core.config.CoapConfig;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.elements.AddressEndpointContext;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.elements.config.SystemConfig;
import org.eclipse.californium.elements.config.UdpConfig;
import org.eclipse.californium.scandium.DTLSConnector;
import org.eclipse.californium.scandium.config.DtlsConfig;
import org.eclipse.californium.scandium.config.DtlsConnectorConfig;
import org.eclipse.californium.scandium.dtls.cipher.CipherSuite;
import org.eclipse.californium.scandium.dtls.pskstore.AdvancedSinglePskStore;

/** A peer that may send anything, with the cipher suite that RFC 7252 asks of everyone. */
final class RawCart implements AutoCloseable {
  private static final long PATIENCE_MILLIS = 10_000;

  private final CoapEndpoint endpoint;
  private final InetSocketAddress gate;

  RawCart(InetSocketAddress gate, String cart, byte[] key) throws IOException {
    Configuration configuration =
        new Configuration(
            CoapConfig.DEFINITIONS,
            DtlsConfig.DEFINITIONS,
            UdpConfig.DEFINITIONS,
            SystemConfig.DEFINITIONS);
    configuration.set(CoapConfig.MAX_RESOURCE_BODY_SIZE, 1 << 20);
    configuration.set(DtlsConfig.DTLS_ROLE, DtlsConfig.DtlsRole.CLIENT_ONLY);
    configuration.set(DtlsConfig.DTLS_RECOMMENDED_CIPHER_SUITES_ONLY, false);
    configuration.setAsList(DtlsConfig.DTLS_CIPHER_SUITES, CipherSuite.TLS_PSK_WITH_AES_128_CCM_8);
    DtlsConnectorConfig dtls =
        DtlsConnectorConfig.builder(configuration)
            .setAdvancedPskStore(new AdvancedSinglePskStore(cart, key))
            .build();
    this.gate = gate;
    this.endpoint =
        CoapEndpoint.builder()
            .setConfiguration(configuration)
            .setConnector(new DTLSConnector(dtls))
            .build();
    endpoint.start();
  }

  Response send(Request request, String path) throws InterruptedException {
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
