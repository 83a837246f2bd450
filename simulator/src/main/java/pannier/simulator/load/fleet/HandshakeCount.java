package pannier.simulator.load.fleet;

import org.eclipse.californium.scandium.dtls.DTLSContext;
import org.eclipse.californium.scandium.dtls.Handshaker;
import org.eclipse.californium.scandium.dtls.SessionListener;

/** Counts completed handshakes. */
record HandshakeCount(Traffic traffic) implements SessionListener {
  @Override
  public void handshakeStarted(Handshaker handshaker) {}

  @Override
  public void contextEstablished(Handshaker handshaker, DTLSContext context) {}

  @Override
  public void handshakeCompleted(Handshaker handshaker) {
    traffic.shookHands();
  }

  @Override
  public void handshakeFailed(Handshaker handshaker, Throwable error) {}

  @Override
  public void handshakeFlightRetransmitted(Handshaker handshaker, int flight) {}
}
