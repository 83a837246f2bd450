package pannier.simulator.load.peer;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;

/** Checks a request's signature, then commits the request. */
record SignedInsert(PublicKey key, DurableLog log) implements EchoResource.Work {
  @Override
  public void on(Samples.Sample sample) throws IOException {
    try {
      Signature check = Signature.getInstance(Samples.ALGORITHM);
      check.initVerify(key);
      byte[] request = sample.exchange().request().bytes();
      check.update(request);
      if (!check.verify(sample.signature().bytes())) {
        throw new IOException("a sample's signature is wrong");
      }
    } catch (GeneralSecurityException e) {
      throw new IOException("a sample's signature cannot be checked", e);
    }
    log.append(sample.exchange().request());
  }
}
