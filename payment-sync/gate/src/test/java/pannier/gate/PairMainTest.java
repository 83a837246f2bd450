package pannier.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.gate.console.StaffBook;
import pannier.gate.console.StaffLog;
import pannier.gate.pairing.Doorkeeper;
import pannier.wire.PairingCode;
import picocli.CommandLine;

/** What staff do about carts from a shell. */
class PairMainTest {
  @TempDir Path folder = Path.of(".");
  private Path config = Path.of(".");

  @BeforeEach
  void write() throws IOException {
    config =
        Files.writeString(
            folder.resolve("gate.json"),
            """
            {"port":0,"data":"data","catalogue":"shop.csv","currency":"EUR"}
            """);
  }

  private record Said(int status, String out, String errors) {}

  private Said run(String... words) {
    StringWriter out = new StringWriter();
    StringWriter errors = new StringWriter();
    String[] all = new String[words.length + 2];
    all[0] = "--gate-config";
    all[1] = config.toString();
    System.arraycopy(words, 0, all, 2, words.length);
    int status =
        new CommandLine(new PairMain())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(errors))
            .execute(all);
    return new Said(status, out.toString().strip(), errors.toString().strip());
  }

  private Doorkeeper keeper() throws IOException {
    return Doorkeeper.open(folder.resolve("data"), InstantSource.system());
  }

  @Test
  void codeOfTheRunningGateIsShownAsPictureAndText() throws Exception {
    try (Doorkeeper gate = keeper()) {
      gate.pairing().open("192.0.2.7", 5684);
      Path svg = folder.resolve("code.svg");
      Said said = run("--show", "--json", "--by", "Ann", "--svg", svg.toString());
      assertEquals(0, said.status, said.errors);
      String text = said.out.replaceAll(".*\"code\":\"([^\"]*)\".*", "$1");
      PairingCode code = PairingCode.parse(text);
      assertTrue(gate.pairing().secret(code.id()).isPresent());
      assertTrue(Files.readString(svg).startsWith("<svg"));
      assertTrue(run("--show").out.contains("\u2588"));
    }
    try (StaffBook book = StaffBook.open(folder.resolve("data/staff.db"))) {
      StaffLog.Deed deed = new StaffLog(book, InstantSource.system()).latest(10).getLast().deed();
      assertEquals(new StaffLog.Deed("Ann", "pairing-code", "any new cart", ""), deed);
    }
  }

  @Test
  void cartsAreListedAndLeave() throws Exception {
    try (Doorkeeper gate = keeper()) {
      gate.carts().pair("cart-1", Shop.CART_1.publicKey(), "Ann");
      gate.carts().pair("cart-2", Shop.CART_2.publicKey(), "Ann");
      assertEquals(2, run("--list", "--json").out.lines().count());
      assertEquals(0, run("--unpair", "cart-1").status);
      assertEquals(0, run("--revoke", "cart-2").status);
      assertEquals("", run("--list").out);
      assertTrue(gate.carts().list().isEmpty(), "the running gate knows at once");
    }
  }

  @Test
  void whatIsWrongIsOneLineAndStatusTwo() throws Exception {
    Said never = run("--list");
    assertEquals(2, never.status);
    assertTrue(never.errors.contains("gate.json, data: found"), never.errors);
    keeper().close();
    Said noDoor = run("--show");
    assertEquals(2, noDoor.status);
    assertTrue(noDoor.errors.contains("expected a running gate"), noDoor.errors);
    Said unknown = run("--unpair", "cart-9");
    assertEquals(2, unknown.status);
    assertEquals(1, unknown.errors.lines().count());
    assertTrue(unknown.errors.contains("cart-9"), unknown.errors);
  }
}
