package pannier.gate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pannier.gate.coap.CartKeys;
import pannier.gate.settlement.ShopPrices;
import pannier.pricing.json.PriceList;
import pannier.wire.ProblemKind;
import pannier.wire.SettlementCodec;

/**
 * A stranger's client at the gate: libcoap's {@code coap-client} (Debian's {@code libcoap3-bin}),
 * on OpenSSL and on GnuTLS, with a reader's pre-shared key. Skipped where it is not installed.
 */
class LibcoapTest {
  private static final String KEY = "0123456789abcdef";

  @TempDir Path folder = Path.of(".");
  private final PriceList list;
  private TestGate gate;

  LibcoapTest() throws IOException {
    list = PriceList.of(Shop.large(1_000));
  }

  @BeforeEach
  void start() throws IOException {
    CartKeys readers = new CartKeys(Map.of("reader", KEY.getBytes(StandardCharsets.US_ASCII)));
    gate = TestGate.start(folder, 0, ShopPrices.of(list), readers);
  }

  @AfterEach
  void stop() {
    gate.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"openssl", "gnutls"})
  void discoversTheGate(String build) throws Exception {
    String links = new Said(build, List.of(), ".well-known/core").text();
    assertTrue(links.contains("</settle>;ct=60;rt=\"pannier.settle\""), links);
    assertTrue(links.contains("</price-list>;ct=50;rt=\"pannier.price-list\";sz="), links);
    String one = new Said(build, List.of(), ".well-known/core?rt=pannier.void").text();
    assertEquals("</void>;ct=60;rt=\"pannier.void\"", one);
  }

  @ParameterizedTest
  @ValueSource(strings = {"openssl", "gnutls"})
  void readsTheCatalogueBlockWise(String build) throws Exception {
    assertArrayEquals(list.document(), new Said(build, List.of(), "price-list").body);
    assertArrayEquals(list.document(), new Said(build, List.of("-b", "256"), "price-list").body);
  }

  @ParameterizedTest
  @ValueSource(strings = {"openssl", "gnutls"})
  void isRefusedASettlement(String build) throws Exception {
    byte[] bill = SettlementCodec.encode(Shop.signed("t", 1));
    Path file = Files.write(folder.resolve("bill"), bill);
    List<String> options = List.of("-m", "post", "-t", "60", "-f", file.toString());
    Said said = new Said(build, options, "settle");
    // of a refusal the program shows the letters of its body, and writes no file
    assertTrue(said.words.startsWith("4.01"), said.words);
    assertTrue(said.words.contains("staff show the cart a pairing code"), said.words);
    assertTrue(said.words.contains(ProblemKind.NOT_PAIRED.code()), said.words);
    assertEquals(List.of(), gate.settlements());
  }

  /** What {@code coap-client} got, and what it wrote besides. */
  private final class Said {
    private final byte[] body;
    private final String words;

    Said(String build, List<String> options, String path) throws Exception {
      Path program = Path.of("/usr/bin/coap-client-" + build);
      assumeTrue(Files.isExecutable(program), program + " is missing (apt install libcoap3-bin)");
      Path out = folder.resolve("out");
      Path err = folder.resolve("err");
      List<String> command = new ArrayList<>();
      command.addAll(List.of(program.toString(), "-u", "reader", "-k", KEY, "-B", "30"));
      command.addAll(List.of("-o", out.toString()));
      command.addAll(options);
      command.add("coaps://127.0.0.1:%d/%s".formatted(gate.port(), path));
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(err.toFile())
              .start();
      assertTrue(process.waitFor(60, TimeUnit.SECONDS));
      words = Files.readString(err);
      body = Files.exists(out) ? Files.readAllBytes(out) : new byte[0];
    }

    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }
}
