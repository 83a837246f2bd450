package pannier.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PartsTest {
  @Test
  void partsTogetherAreTheDocument() {
    byte[] document = noise(300_000, 1);
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    Parts.cut(document).forEach(whole::writeBytes);
    assertArrayEquals(document, whole.toByteArray());
    assertEquals(List.of(), Parts.cut(new byte[0]));
  }

  @Test
  void aChangeInTheMiddleLeavesAlmostAllPartsAsTheyWere() {
    byte[] before = noise(500_000, 2);
    byte[] after = new byte[before.length + 5];
    System.arraycopy(before, 0, after, 0, 250_000);
    System.arraycopy(before, 250_000, after, 250_005, before.length - 250_000);
    Set<Part> known = new HashSet<>(Parts.of(before).list());
    List<Part> fresh = Parts.of(after).list().stream().filter(it -> !known.contains(it)).toList();
    assertTrue(fresh.size() <= 2, () -> fresh.size() + " parts differ");
  }

  @Test
  void partsAreOfModestLengthAndNumber() {
    List<byte[]> parts = Parts.cut(noise(500_000, 3));
    assertTrue(parts.stream().allMatch(part -> part.length <= 4 * 8_192));
    assertTrue(parts.size() > 30 && parts.size() < 120, () -> parts.size() + " parts");
    List<byte[]> still = Parts.cut(new byte[40_000_000]); // nothing in it says where to cut
    assertTrue(still.size() <= Parts.MOST);
  }

  @Test
  void bytesComeBackAsTheyWere() throws MalformedMessageException {
    Parts parts = Parts.of(noise(100_000, 4));
    assertEquals(parts, DocumentCodec.decodeParts(DocumentCodec.encode(parts)));
    List<Photo> gallery =
        List.of(
            new Photo("milk", Part.of(new byte[] {1})), new Photo("Kiwi", Part.of(new byte[9])));
    assertEquals(gallery, DocumentCodec.decodeGallery(DocumentCodec.encode(gallery)));
  }

  @Test
  void photoOutsideItsFolderIsRefused() {
    Part part = Part.of(new byte[] {1});
    for (String product : List.of("../x", "a/b", "..", "", "a\\b", ".hidden", "x\u0000y")) {
      assertThrows(IllegalArgumentException.class, () -> new Photo(product, part), product);
    }
  }

  private static byte[] noise(int length, long seed) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return Arrays.copyOf(bytes, length);
  }
}
