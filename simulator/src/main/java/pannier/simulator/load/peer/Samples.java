package pannier.simulator.load.peer;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import pannier.payment.cart.outbox.Message;

/**
 * Settlements as they went over the wire, for an echo to repeat byte by byte, each with an Ed25519
 * signature of its request. The signatures travel in the file, so that the datagrams are the
 * gate's.
 *
 * @param key by which the signatures are checked
 */
public record Samples(PublicKey key, List<Sample> list) {
  static final String ALGORITHM = "Ed25519";

  private static final int MOST_BYTES = 1 << 20;

  public Samples {
    list = List.copyOf(list);
  }

  /** A request and what the gate answered. */
  public record Exchange(Message request, Message reply) {}

  /** An exchange, signed. */
  record Sample(Exchange exchange, Message signature) {}

  /** Signs each with a fresh key. */
  public static Samples sign(List<Exchange> exchanges) {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      Signature signer = Signature.getInstance(ALGORITHM);
      List<Sample> samples = new ArrayList<>();
      for (Exchange exchange : exchanges) {
        signer.initSign(pair.getPrivate());
        signer.update(exchange.request().bytes());
        samples.add(new Sample(exchange, new Message(signer.sign())));
      }
      return new Samples(pair.getPublic(), samples);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has Ed25519", e);
    }
  }

  public void write(Path file) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      write(out, new Message(key.getEncoded()));
      out.writeInt(list.size());
      for (Sample sample : list) {
        write(out, sample.exchange.request());
        write(out, sample.exchange.reply());
        write(out, sample.signature);
      }
    }
  }

  /** Reads what {@link #write} wrote. */
  static Samples read(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      PublicKey key =
          KeyFactory.getInstance(ALGORITHM)
              .generatePublic(new X509EncodedKeySpec(message(in).bytes()));
      List<Sample> samples = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        Exchange exchange = new Exchange(message(in), message(in));
        samples.add(new Sample(exchange, message(in)));
      }
      return new Samples(key, samples);
    } catch (GeneralSecurityException e) {
      throw new IOException("%s: no key".formatted(file), e);
    }
  }

  private static void write(DataOutputStream out, Message message) throws IOException {
    byte[] bytes = message.bytes();
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static Message message(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > MOST_BYTES) {
      throw new IOException("samples: found %d bytes; expected 0 to 1 MiB".formatted(length));
    }
    return new Message(in.readNBytes(length));
  }
}
