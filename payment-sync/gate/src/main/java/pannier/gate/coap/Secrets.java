package pannier.gate.coap;

import java.net.InetSocketAddress;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.eclipse.californium.scandium.dtls.ConnectionId;
import org.eclipse.californium.scandium.dtls.HandshakeResultHandler;
import org.eclipse.californium.scandium.dtls.PskPublicInformation;
import org.eclipse.californium.scandium.dtls.PskSecretResult;
import org.eclipse.californium.scandium.dtls.pskstore.AdvancedPskStore;
import org.eclipse.californium.scandium.util.SecretUtil;
import org.eclipse.californium.scandium.util.ServerNames;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import pannier.gate.pairing.CartBookException;
import pannier.gate.pairing.PairingDesk;

/** The pre-shared keys of handshakes: readers' from the configuration, pairing codes' secrets. */
final class Secrets implements AdvancedPskStore {
  private final CartKeys readers;
  private final PairingDesk pairing;

  Secrets(CartKeys readers, PairingDesk pairing) {
    this.readers = readers;
    this.pairing = pairing;
  }

  @Override
  public boolean hasEcdhePskSupported() {
    return true;
  }

  @Override
  public PskSecretResult requestPskSecretResult(
      ConnectionId cid,
      @Nullable ServerNames serverNames,
      PskPublicInformation identity,
      String hmacAlgorithm,
      @Nullable SecretKey otherSecret,
      byte @Nullable [] seed,
      boolean useExtendedMasterSecret) {
    @Nullable SecretKey secret =
        find(identity.getPublicInfoAsString())
            .map(bytes -> SecretUtil.create(bytes, PskSecretResult.ALGORITHM_PSK))
            .orElse(null);
    return new PskSecretResult(cid, identity, secret);
  }

  private Optional<byte[]> find(String identity) {
    if (readers.carts().contains(identity)) {
      return Optional.of(readers.key(identity));
    }
    try {
      return pairing.secret(identity);
    } catch (CartBookException e) {
      Logger.error(e, "pairing codes");
      return Optional.empty();
    }
  }

  @Override
  public @Nullable PskPublicInformation getIdentity(
      InetSocketAddress peerAddress, @Nullable ServerNames virtualHost) {
    return null; // a gate never begins a handshake
  }

  @Override
  public void setResultHandler(HandshakeResultHandler resultHandler) {
    // each answer is given at once
  }
}
