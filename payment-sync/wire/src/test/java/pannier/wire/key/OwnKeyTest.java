package pannier.wire.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnKeyTest {
  @TempDir Path folder = Path.of(".");

  @Test
  void madeOnceAndReadableByItsOwnerAlone() throws Exception {
    Path file = folder.resolve("cart-key");
    OwnKey made = OwnKey.open(file);
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertEquals(made.publicKey(), OwnKey.open(file).publicKey());
    assertNotEquals(made.publicKey(), OwnKey.make().publicKey());
  }

  @Test
  void halvesThatAreNoPairAreRefused() throws Exception {
    Path one = folder.resolve("one");
    Path other = folder.resolve("other");
    OwnKey.open(one);
    OwnKey.open(other);
    List<String> mixed = List.of(Files.readAllLines(one).get(0), Files.readAllLines(other).get(1));
    Files.write(one, mixed);
    IOException fault = assertThrows(IOException.class, () -> OwnKey.open(one));
    assertEquals(
        one + ": found two keys that are no pair; expected an Ed25519 key pair",
        fault.getMessage());
  }

  @Test
  void somethingElseIsRefusedWithoutQuotingIt() throws Exception {
    Path file = folder.resolve("cart-key");
    Files.write(file, List.of("c2VjcmV0", "c2VjcmV0"));
    IOException fault = assertThrows(IOException.class, () -> OwnKey.open(file));
    assertEquals(file + ": found something else; expected an Ed25519 key pair", fault.getMessage());
    Files.writeString(file, "c2VjcmV0");
    fault = assertThrows(IOException.class, () -> OwnKey.open(file));
    assertFalse(String.valueOf(fault.getMessage()).contains("c2VjcmV0"));
  }

  @Test
  void privateHalfNeverShowsInText() {
    OwnKey key = OwnKey.make();
    assertEquals("OwnKey[%s]".formatted(key.publicKey()), key.toString());
    assertTrue(key.toString().length() < 40);
  }

  @Test
  void otherKindsOfPublicKeysAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> PeerKey.ofBytes(new byte[44]));
    assertThrows(IllegalArgumentException.class, () -> PeerKey.ofBytes(new byte[0]));
  }
}
