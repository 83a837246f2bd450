package pannier.gate.coap;

import java.net.InetSocketAddress;
import java.security.PublicKey;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.eclipse.californium.scandium.dtls.AlertMessage;
import org.eclipse.californium.scandium.dtls.AlertMessage.AlertDescription;
import org.eclipse.californium.scandium.dtls.AlertMessage.AlertLevel;
import org.eclipse.californium.scandium.dtls.CertificateMessage;
import org.eclipse.californium.scandium.dtls.CertificateType;
import org.eclipse.californium.scandium.dtls.CertificateVerificationResult;
import org.eclipse.californium.scandium.dtls.ConnectionId;
import org.eclipse.californium.scandium.dtls.HandshakeException;
import org.eclipse.californium.scandium.dtls.HandshakeResultHandler;
import org.eclipse.californium.scandium.dtls.x509.NewAdvancedCertificateVerifier;
import org.eclipse.californium.scandium.util.ServerNames;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import pannier.gate.pairing.CartBookException;

/** Lets raw public keys (RFC 7250) shake hands that belong to paired carts, and no other. */
final class RegisteredKeys implements NewAdvancedCertificateVerifier {
  private final Peers peers;

  RegisteredKeys(Peers peers) {
    this.peers = peers;
  }

  @Override
  public List<CertificateType> getSupportedCertificateTypes() {
    return List.of(CertificateType.RAW_PUBLIC_KEY);
  }

  @Override
  public CertificateVerificationResult verifyCertificate(
      ConnectionId cid,
      @Nullable ServerNames serverName,
      InetSocketAddress remotePeer,
      boolean clientUsage,
      boolean verifySubject,
      boolean truncateCertificatePath,
      CertificateMessage message) {
    @Nullable PublicKey key = message.getPublicKey();
    try {
      if (key != null && peers.cart(key).isPresent()) {
        return new CertificateVerificationResult(cid, key, null);
      }
      return refused(cid, AlertDescription.CERTIFICATE_UNKNOWN, "no paired cart has this key");
    } catch (CartBookException e) {
      Logger.error(e, "carts");
      return refused(cid, AlertDescription.INTERNAL_ERROR, "the carts' file is at fault");
    }
  }

  private static CertificateVerificationResult refused(
      ConnectionId cid, AlertDescription description, String why) {
    AlertMessage alert = new AlertMessage(AlertLevel.FATAL, description);
    return new CertificateVerificationResult(cid, new HandshakeException(why, alert), null);
  }

  @Override
  public List<X500Principal> getAcceptedIssuers() {
    return List.of();
  }

  @Override
  public void setResultHandler(HandshakeResultHandler resultHandler) {
    // each answer is given at once
  }
}
