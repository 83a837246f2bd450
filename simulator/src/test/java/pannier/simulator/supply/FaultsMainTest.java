package pannier.simulator.supply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class FaultsMainTest {
  private static final List<Library> TWO =
      List.of(new Library("org.example:old", "1.0"), new Library("org.example:new", "2.0"));

  private final StringWriter out = new StringWriter();
  private final StringWriter errors = new StringWriter();
  private HttpServer service;
  private String asked = "";
  private String answer = "";
  private int status = 200;

  @BeforeEach
  void listen() throws IOException {
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.createContext(
        "/v1/querybatch",
        exchange -> {
          asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          byte[] body = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    service.start();
  }

  @AfterEach
  void end() {
    service.stop(0);
  }

  @Test
  void libraryWithAKnownFaultIsNamedWithIt() throws IOException {
    answer = "{\"results\":[{\"vulns\":[{\"id\":\"GHSA-1\"},{\"id\":\"GHSA-2\"}]},{}]}";
    assertEquals(1, run("--json"));
    assertEquals(
        List.of(
            "{\"library\":\"org.example:old\",\"version\":\"1.0\",\"faults\":[\"GHSA-1\",\"GHSA-2\"]}",
            "{\"faulty\":1,\"libraries\":2,\"service\":\"%s\"}".formatted(address())),
        out.toString().lines().toList());
    assertEquals(
        new ObjectMapper()
            .readTree(
                "{\"queries\":[{\"version\":\"1.0\",\"package\":{\"ecosystem\":\"Maven\",\"name\":\"org.example:old\"}},"
                    + "{\"version\":\"2.0\",\"package\":{\"ecosystem\":\"Maven\",\"name\":\"org.example:new\"}}]}"),
        new ObjectMapper().readTree(asked));
  }

  @Test
  void withoutKnownFaultsItSaysSo() {
    answer = "{\"results\":[{},{}]}";
    assertEquals(0, run());
    assertEquals("0 of 2 libraries have known faults, says " + address(), out.toString().strip());
  }

  @Test
  void buildOnlySaysWhatWasFound() {
    answer = "{\"results\":[{},{\"vulns\":[{\"id\":\"GHSA-1\"}]}]}";
    assertEquals(0, run("--say-only"));
    assertTrue(out.toString().startsWith("org.example:new 2.0: GHSA-1"));
  }

  @Test
  void unreachableServiceIsSaidAndNotTakenForFaultless() {
    service.stop(0);
    assertEquals(1, run());
    assertTrue(errors.toString().startsWith("known faults of libraries were NOT looked up: "));
    assertEquals(0, run("--say-only"));
    assertEquals("", out.toString());
  }

  @Test
  void answerOfSomethingElseIsNotTakenForFaultless() {
    answer = "{\"results\":[{}]}";
    assertEquals(1, run());
    answer = "<html>";
    assertEquals(1, run());
    status = 503;
    assertEquals(1, run());
    assertEquals(3, errors.toString().lines().filter(it -> it.contains(" NOT ")).count());
    assertEquals("", out.toString());
  }

  @Test
  void librariesAreReadOffTheirJars() {
    Path home = Path.of("/home/somebody/repository");
    assertEquals(
        List.of(
            new Library("org.bytedeco:opencv", "4.13"),
            new Library("info.picocli:picocli", "4.7.7")),
        Library.of(
            List.of(
                home.resolve("org/bytedeco/opencv/4.13/opencv-4.13.jar"),
                home.resolve("org/bytedeco/opencv/4.13/opencv-4.13-linux-x86_64.jar"),
                home.resolve("info/picocli/picocli/4.7.7/picocli-4.7.7.jar"))));
  }

  private String address() {
    return "http://127.0.0.1:%d".formatted(service.getAddress().getPort());
  }

  private int run(String... more) {
    CommandLine line = new CommandLine(new FaultsMain(TWO));
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(errors, true));
    List<String> arguments = new ArrayList<>(List.of("--service", address()));
    arguments.addAll(List.of(more));
    return line.execute(arguments.toArray(String[]::new));
  }
}
