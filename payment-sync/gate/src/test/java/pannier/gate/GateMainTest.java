package pannier.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What a gate says to a configuration that it cannot use. */
class GateMainTest {
  @TempDir Path folder = Path.of(".");

  @BeforeEach
  void files() throws IOException {
    Files.writeString(
        folder.resolve("shop.csv"),
        "product,name,unit,price,currency,mass_g,mass_sd_g\nmilk,Milk,piece,1.19,EUR,1032,4\n");
    Files.writeString(
        folder.resolve("keys.json"), "{\"cart-1\":\"%s\"}".formatted("0f".repeat(16)));
    Files.writeString(folder.resolve("short.json"), "{\"cart-1\":\"0123456789\"}");
    Files.writeString(
        folder.resolve("words.json"), "{\"cart-1\":\"not hexadecimal, is it now? no.\"}");
    Files.writeString(folder.resolve("file"), "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "port|\"x\"|gate.json, port: found \"x\"; expected a whole number from 0 to 65535",
        "port|65536|gate.json, port: found 65536; expected a whole number from 0 to 65535",
        "currency|\"Euro\"|gate.json, currency: found Euro; expected a currency of ISO 4217",
        "currency|\"USD\"|gate.json, currency: found USD; expected EUR, as in",
        "catalogue|\"nowhere.csv\"|nowhere.csv: found no such file; expected a catalogue in CSV",
        "catalogue|3|gate.json, catalogue: found 3; expected a CSV or JSON file",
        "keys|\"nowhere.json\"|nowhere.json: found no such file; expected one JSON object",
        "keys|\"short.json\"|short.json, cart-1: found a key of 10 characters; expected 32 to 128",
        "keys|\"words.json\"|words.json, cart-1: found a key of 31 characters; expected 32 to 128",
        "data|\"file\"|gate.json, data: found",
        "spot_checks|0.02|gate.json, spot_checks: found 0.02; expected an object such as",
        "spot_checks|{\"base\":2}|gate.json, spot_checks.base: found 2; expected a share from 0 to 1",
        "spot_checks|{\"most\":0.01}|gate.json, spot_checks.most: found less than base; expected base",
        "spot_checks|{\"colour\":0}|gate.json, spot_checks.colour: found an unknown key; expected",
        "colour|\"red\"|gate.json, colour: found an unknown key; expected one of [barrier,",
      })
  void badConfigurationIsOneLine(String key, String value, String expected) throws IOException {
    String said = run(config(key, value));
    assertTrue(said.contains(expected), said);
  }

  @Test
  void missingKeyAndBrokenJsonAreOneLine() throws IOException {
    String missing = run("{\"port\":0}");
    assertTrue(missing.contains("gate.json, data: found nothing; expected a folder"), missing);

    String broken = run("{\"port\":0,\n\"data\":}");
    assertTrue(broken.contains("gate.json, line 2: found broken JSON"), broken);

    String twice = run("{\"port\":0,\"port\":1}");
    assertTrue(twice.contains("gate.json, line 1: found broken JSON"), twice);
  }

  private static String config(String key, String value) {
    String good =
        """
        {"port":0,"data":"data","catalogue":"shop.csv","currency":"EUR","keys":"keys.json"}""";
    String changed =
        good.replaceAll("\"%s\":[^,}]*".formatted(key), "\"%s\":%s".formatted(key, value));
    return changed.equals(good) ? good.replace("}", ",\"%s\":%s}".formatted(key, value)) : changed;
  }

  /** Runs a gate that must end at once with 2, and gives the line it said. */
  private String run(String config) throws IOException {
    Path file = Files.writeString(folder.resolve("gate.json"), config);
    StringWriter errors = new StringWriter();
    CommandLine line = new CommandLine(new GateMain()).setErr(new PrintWriter(errors));
    assertEquals(2, line.execute("--config", file.toString()));
    assertEquals(1, errors.toString().lines().count(), errors.toString());
    return errors.toString().strip();
  }
}
