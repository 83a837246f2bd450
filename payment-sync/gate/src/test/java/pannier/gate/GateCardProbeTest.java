package pannier.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.gate.pairing.Doorkeeper;
import pannier.payment.cart.GateConnection;
import pannier.payment.cart.coap.CartPairing;
import pannier.payment.cart.coap.CoapGateConnection;
import pannier.payment.cart.outbox.Message;
import pannier.web.Sessions;
import pannier.wire.CartStatus;
import pannier.wire.DisputeClaim;
import pannier.wire.DisputeCodec;
import pannier.wire.LoginRequest;
import pannier.wire.PairingCode;
import pannier.wire.PairingCodec;
import pannier.wire.SettlementCodec;
import pannier.wire.SettlementKey;
import pannier.wire.StatusCodec;

/**
 * Feeds card numbers to everything that a gate's process takes: each text of its configuration,
 * each field of each page, each cell of a catalogue, each text of each CoAP message. None may turn
 * up in an answer, in its log, in any of its files.
 */
class GateCardProbeTest {
  /** Test numbers that card schemes publish. */
  private static final List<String> CARDS =
      List.of("4111111111111111", "5555 5555 5555 4444", "3782-822463-10005");

  /** Stands in messages where a number of the same length goes. */
  private static final String PLACE = "PLACEPLACEPLACE!";

  private static final String CONFIG =
      """
      {"port":0,"host":"127.0.0.1","data":"data","catalogue":"shop.csv","currency":"EUR",
       "rules":"rules.json","console":"127.0.0.1:0","link":"https://gate.example","reserve":"20.00"}
      """;

  private static final String RULES =
      "{\"zone\":\"Europe/Berlin\",\"state\":\"BE\",\"store\":\"Mitte\","
          + "\"member_numbers\":[{\"begins\":\"98\",\"digits\":13,\"check\":\"gs1\"}]}";

  private static final String HEADER = "product,name,unit,price,currency,mass_g,mass_sd_g,gtin";
  private static final String MILK = "milk,Fresh milk,piece,1.19,EUR,500,5,4006381333931";

  /** Right bodies, in each of whose texts a card number is tried. */
  private static final Map<String, String> POSTS =
      Map.ofEntries(
          Map.entry("/staff/sign-in", "{'name':'manager','password':'a long password'}"),
          Map.entry(
              "/staff/order",
              "{'cart':'cart-1','trip':'t','kind':'resolve','number':0,'reason':'looked'}"),
          Map.entry("/staff/cash", "{'key':'t/1','deed':'taken'}"),
          Map.entry("/staff/dispute", "{'id':'d','granted':false,'reason':'seen'}"),
          Map.entry("/staff/check", "{'cart':'cart-1','trip':'t','right':true,'reason':'all'}"),
          Map.entry("/staff/forget", "{'receipt':'R-0000000000000000'}"),
          Map.entry(
              "/staff/refund",
              "{'receipt':'R-0','line':0,'id':'r1','reason':'returned','pieces':1}"),
          Map.entry("/staff/account", "{'name':'Ann','password':'a long one','role':'MANAGER'}"),
          Map.entry("/staff/pairing/code", "{'cart':'cart-9'}"),
          Map.entry("/staff/pairing/end", "{'cart':'cart-9','how':'unpair','reason':'gone'}"),
          Map.entry("/phone/login", "{'member':'9812345678902','cart':'cart-1'}"),
          Map.entry("/phone/dispute", "{'receipt':'R-0000000000000000','line':0,'reason':'other'}"),
          Map.entry("/phone/forget", "{'receipt':'R-0000000000000000'}"));

  private static final List<String> GETS =
      List.of(
          "/staff/receipt/",
          "/staff/left/",
          "/staff/proof/",
          "/staff/check/",
          "/staff/report?day=",
          "/staff/pairing/code/",
          "/phone/receipt/",
          "/phone/login/",
          "/receipt/",
          "/");

  private final ObjectMapper json = new ObjectMapper();
  private final List<String> said = new ArrayList<>();
  private String cookie = "";
  private String token = "";

  @TempDir Path folder = Path.of(".");

  @Test
  void noTextOfTheConfigurationMayHoldACard() throws Exception {
    files();
    ObjectNode right = (ObjectNode) json.readTree(CONFIG);
    GateConfigFile.read(file("gate.json", right.toString()));
    for (Map.Entry<String, JsonNode> entry : right.properties()) {
      for (String card : CARDS) {
        ObjectNode wrong = right.deepCopy().put(entry.getKey(), card);
        Path file = file("gate.json", wrong.toString());
        BadGateConfigException refused =
            assertThrows(BadGateConfigException.class, () -> GateConfigFile.read(file));
        said.add(String.valueOf(refused.getMessage()));
        assertTrue(said.getLast().contains(entry.getKey()), said.getLast());
      }
    }
    assertNoCards("a complaint", String.join("\n", said));
  }

  @Test
  void noCardIsAnsweredLoggedOrKept() throws Exception {
    files();
    Path log = folder.resolve("log");
    Process gate = start(log);
    try (BufferedReader out = gate.inputReader(StandardCharsets.UTF_8);
        HttpClient client = HttpClient.newHttpClient()) {
      JsonNode console = json.readTree(out.readLine());
      URI at = URI.create("http://127.0.0.1:" + console.path("port").asInt());
      assertEquals("ready", json.readTree(out.readLine()).path("event").asText());
      signIn(client, at, console);
      pages(client, at);
      catalogues(client, at);
      messages();
      gate.destroy();
      assertTrue(gate.waitFor(20, TimeUnit.SECONDS));
    } finally {
      gate.destroyForcibly();
    }
    assertTrue(said.size() > 100, said.size() + " answers");
    assertNoCards("an answer", String.join("\n", said));
    assertTrue(Files.readString(log).contains("is paired"), "it logs what it does");
    for (Path kept : kept()) {
      assertNoCards(kept.toString(), Files.readString(kept, StandardCharsets.ISO_8859_1));
    }
  }

  private List<Path> kept() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> kept = files.filter(Files::isRegularFile).toList();
      assertTrue(kept.size() > 8, "ledger, staff, carts, sandbox and till are there");
      return kept;
    }
  }

  private void signIn(HttpClient client, URI at, JsonNode console) throws Exception {
    String body =
        json.createObjectNode()
            .put("name", console.path("name").asText())
            .put("password", console.path("password").asText())
            .toString();
    HttpResponse<String> in = post(client, at, "/staff/sign-in", "application/json", body);
    assertEquals(200, in.statusCode(), in.body());
    cookie = in.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    token = json.readTree(in.body()).path("token").asText();
  }

  private void pages(HttpClient client, URI at) throws Exception {
    assertEquals(200, right(client, at, "/phone/login").statusCode());
    assertEquals(204, right(client, at, "/staff/account").statusCode());
    for (Map.Entry<String, String> post : POSTS.entrySet()) {
      String path = post.getKey();
      ObjectNode right = (ObjectNode) json.readTree(post.getValue().replace('\'', '"'));
      for (Map.Entry<String, JsonNode> field : right.properties()) {
        for (String card : CARDS) {
          ObjectNode wrong = right.deepCopy();
          wrong.put(field.getKey(), card).put("unknown", card).put(card, card);
          HttpResponse<String> refused =
              post(client, at, path, "application/json", wrong.toString());
          said.add(refused.body());
          boolean text = field.getValue().isTextual();
          assertTrue(!text || refused.statusCode() >= 400, path + " takes " + field.getKey());
        }
      }
    }
    for (String path : GETS) {
      for (String card : CARDS) {
        said.add(get(client, at, path + card.replace(" ", "%20")).body());
      }
    }
    said.add(get(client, at, "/staff/log").body());
    said.add(get(client, at, "/staff/accounts").body());
  }

  private HttpResponse<String> right(HttpClient client, URI at, String path) throws Exception {
    String body = POSTS.getOrDefault(path, "").replace('\'', '"');
    return post(client, at, path, "application/json", body);
  }

  private void catalogues(HttpClient client, URI at) throws Exception {
    List<String> cells = List.of(MILK.split(",", -1));
    for (int i = 0; i < cells.size(); i++) {
      for (String card : CARDS) {
        List<String> row = new ArrayList<>(cells);
        row.set(i, card);
        String csv = HEADER + "\n" + String.join(",", row) + "\n";
        JsonNode refused =
            json.readTree(post(client, at, "/staff/catalogue", "text/csv", csv).body());
        assertFalse(refused.path("imported").asBoolean(), csv);
        assertTrue(refused.path("count").asInt() > 0, csv);
        said.add(refused.toString());
      }
    }
    String other = HEADER + ",remark\n" + MILK + "," + CARDS.getFirst() + "\n";
    said.add(post(client, at, "/staff/catalogue", "text/csv", other).body());
  }

  /** Well-formed messages but for the number, which no cart of ours can put into them. */
  private void messages() throws Exception {
    try (Doorkeeper keeper = Doorkeeper.open(folder.resolve("data"), InstantSource.system())) {
      PairingCode code = keeper.pairing().show(Optional.empty(), "Ann").orElseThrow().code();
      CartPairing.Paired paired = new CartPairing(folder.resolve("cart")).pair("cart-7", code);
      try (CoapGateConnection cart =
          CoapGateConnection.open(
              TestGate.link(paired.gate().getPort(), paired.key(), paired.gateKey()))) {
        CartStatus status =
            new CartStatus(PLACE, PLACE, PLACE, List.of(), List.of(PLACE), 0, Optional.empty());
        send(cart, "status", StatusCodec.encode(status));
        DisputeClaim claim =
            new DisputeClaim(PLACE, new SettlementKey(PLACE, 1), 0, PLACE, List.of());
        send(cart, "dispute", DisputeCodec.encode(claim));
        send(cart, "settle", SettlementCodec.encode(Shop.request(PLACE, 1).signed(paired.key())));
        byte[] login = PairingCodec.encode(new LoginRequest("PANNIER/L1/" + PLACE));
        send(cart, "login", login);
      }
    }
  }

  private void send(CoapGateConnection cart, String path, byte[] message) throws Exception {
    String text = new String(message, StandardCharsets.ISO_8859_1);
    assertTrue(text.contains(PLACE), path);
    byte[] put = text.replace(PLACE, CARDS.getFirst()).getBytes(StandardCharsets.ISO_8859_1);
    Message answer =
        switch (cart.post(path, new Message(put))) {
          case GateConnection.Response.Accepted it -> it.body();
          case GateConnection.Response.Refused it -> it.body();
        };
    said.add(new String(answer.bytes(), StandardCharsets.ISO_8859_1));
  }

  private HttpResponse<String> post(
      HttpClient client, URI at, String path, String type, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(at.resolve(path))
            .header("Content-Type", type)
            .header("Cookie", cookie)
            .header(Sessions.TOKEN_HEADER, token)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> get(HttpClient client, URI at, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(at + path)).header("Cookie", cookie).build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static void assertNoCards(String where, String text) {
    CARDS.forEach(card -> assertFalse(text.contains(card), where + ": " + card));
  }

  private void files() throws IOException {
    file("shop.csv", HEADER + "\n" + MILK + "\n");
    file("rules.json", RULES);
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Process start(Path log) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            GateMain.class.getName(),
            "--config",
            file("gate.json", CONFIG).toString(),
            "--json")
        .redirectError(log.toFile())
        .start();
  }
}
