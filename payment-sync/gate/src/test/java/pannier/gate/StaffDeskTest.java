package pannier.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.gate.console.StaffBook;
import pannier.gate.fleet.Fleet;
import pannier.gate.ledger.LedgerPlace;
import pannier.gate.till.Till;
import pannier.payment.cart.SettlementClient;
import pannier.payment.cart.status.StatusClient;
import pannier.payment.cart.status.StoreNews;
import pannier.web.Routes;
import pannier.web.Sessions;
import pannier.web.WebServer;
import pannier.wire.CartStatus;
import pannier.wire.Checkpoint;
import pannier.wire.DisputeClaim;
import pannier.wire.DisputeCodec;
import pannier.wire.FrozenBill;
import pannier.wire.SettlementKey;
import pannier.wire.SettlementRequest;
import pannier.wire.StaffOrder;
import pannier.wire.TenderOffer;

/** The console over HTTP, with carts over real DTLS on loopback. */
class StaffDeskTest {
  private static final CartStatus HELP =
      new CartStatus("NEEDSSTAFF", "trip-1", "the shopper asks for help", List.of(), List.of(), 0);
  private static final String ORDER =
      "{\"cart\":\"cart-1\",\"trip\":\"trip-1\",\"kind\":\"resolve\",\"number\":0,\"reason\":\"%s\"}";

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient client = HttpClient.newHttpClient();
  private TestGate gate;
  private StaffDesk desk;
  private WebServer server;

  @TempDir Path folder = Path.of(".");

  /** A signed-in browser. */
  private record Staff(String cookie, String token) {}

  @BeforeEach
  void start() throws IOException {
    gate = TestGate.start(folder);
    desk =
        StaffDesk.open(
            new StaffDesk.Tools(
                gate.running(),
                new LedgerPlace.InFile(folder.resolve("ledger.db")),
                gate.desks(),
                Shop.EUR,
                Optional.of(folder.resolve("catalogue.csv"))),
            StaffBook.open(folder.resolve("staff.db")),
            1_000);
    Routes routes = new Routes();
    desk.addTo(routes);
    server = WebServer.start(TestGate.loopback(0), Set.of(), routes);
  }

  @AfterEach
  void stop() {
    desk.close();
    server.close();
    gate.close();
    client.close();
  }

  @Test
  void nothingIsToldWithoutSigningIn() throws Exception {
    for (String path : List.of("events", "session", "receipt/R-1", "report", "log", "accounts")) {
      assertEquals(401, get("/staff/" + path, "").statusCode(), path);
    }
    assertEquals(401, post("/staff/order", ORDER.formatted("x"), new Staff("", "")).statusCode());
    assertEquals(401, signIn("manager", "guess").statusCode());
    assertEquals(200, get("/health", "").statusCode());
  }

  @Test
  void orderReachesTheCartOnceAndIsLogged() throws Exception {
    Staff manager = manager();
    try (StatusClient cart =
        new StatusClient(
            gate.connect(), Duration.ofMillis(50), new StoreNews(InstantSource.system()))) {
      cart.tell(HELP);
      Await.until("the cart is heard", () -> !gate.fleet().carts().isEmpty());
      assertTrue(gate.fleet().carts().getFirst().waits());
      assertEquals(
          204, post("/staff/order", ORDER.formatted("showed the shelf"), manager).statusCode());
      List<StaffOrder> got = new ArrayList<>();
      Await.until("the order arrives", () -> got.addAll(cart.drain()) || !got.isEmpty());
      assertEquals("manager", got.getFirst().word().staff());
      cart.tell(
          new CartStatus("SHOPPING", "trip-1", "", List.of(), List.of(), got.getFirst().id()));
      Await.until("it is done", () -> !gate.fleet().carts().getFirst().waits());
      assertEquals(0, gate.fleet().carts().getFirst().orders());
      assertEquals(List.of(), cart.drain());
    }
    JsonNode log = json.readTree(get("/staff/log", manager.cookie()).body());
    assertEquals(0, log.path("tamperedAt").asLong());
    JsonNode entry = log.path("entries").path(0);
    assertEquals("order-resolve", entry.path("deed").asText());
    assertEquals("showed the shelf", entry.path("reason").asText());
  }

  @Test
  void orderWithoutReasonTokenOrTripIsRefused() throws Exception {
    Staff manager = manager();
    gate.fleet().hear("cart-1", HELP);
    assertEquals(400, post("/staff/order", ORDER.formatted(" "), manager).statusCode());
    Staff forged = new Staff(manager.cookie(), "0".repeat(64));
    assertEquals(403, post("/staff/order", ORDER.formatted("x"), forged).statusCode());
    String other = ORDER.formatted("x").replace("trip-1", "trip-2");
    assertEquals(409, post("/staff/order", other, manager).statusCode());
    assertEquals(0, gate.fleet().hear("cart-1", HELP).size());
  }

  @Test
  void attendantsSeeCartsButNeitherLogNorReport() throws Exception {
    Staff manager = manager();
    String account = "{\"name\":\"Bob\",\"password\":\"long enough 1\",\"role\":\"ATTENDANT\"}";
    assertEquals(204, post("/staff/account", account, manager).statusCode());
    Staff bob = staff(signIn("Bob", "long enough 1"));
    assertEquals(200, get("/staff/session", bob.cookie()).statusCode());
    assertEquals(403, get("/staff/log", bob.cookie()).statusCode());
    assertEquals(403, get("/staff/report", bob.cookie()).statusCode());
    assertEquals(403, post("/staff/account", account, bob).statusCode());
  }

  @Test
  void paymentShowsInReportReceiptAndMetrics() throws Exception {
    Staff manager = manager();
    try (SettlementClient cart = gate.client("cart.db")) {
      cart.submit(Shop.signed("t", 1));
      Await.until("it is settled", () -> !cart.drain().isEmpty());
    }
    JsonNode report = json.readTree(get("/staff/report", manager.cookie()).body());
    assertEquals(345, report.path("sum").path("salesMinor").asLong());
    assertEquals("Fresh milk", report.path("products").path(0).path("name").asText());
    assertEquals(345, report.path("hours").path(0).path("salesMinor").asLong());
    String id = gate.settlements().getFirst().receiptId().orElseThrow();
    JsonNode receipt = json.readTree(get("/staff/receipt/" + id, manager.cookie()).body());
    assertEquals("3.45", receipt.path("total").asText());
    assertEquals(404, get("/staff/receipt/none", manager.cookie()).statusCode());
    assertEquals(
        "3.45", json.readTree(get("/phone/receipt/" + id, "").body()).path("total").asText());
    assertEquals(404, get("/phone/receipt/R-0000000000000000", "").statusCode());
    String metrics = get("/metrics", "").body();
    assertTrue(metrics.contains("\npannier_gate_sales_today_minor_units 345\n"), metrics);
    assertTrue(metrics.contains("# TYPE pannier_gate_carts gauge\n"), metrics);
    assertEquals(400, get("/staff/report?day=yesterday", manager.cookie()).statusCode());
  }

  @Test
  void shopperPaysInCashByTheCodeThatTheCartShows() throws Exception {
    Staff manager = manager();
    FrozenBill bill = Shop.bill("t", 1);
    try (SettlementClient cart = gate.client("cart.db")) {
      cart.submit(
          SettlementRequest.of(
                  bill,
                  new TenderOffer("cash", "till"),
                  new TenderOffer("card", "sandbox-ok", OptionalLong.of(100)))
              .signed(Shop.CART_1));
      Await.until("the till is asked", () -> !gate.till().tasks().isEmpty());
      Till.Task task = gate.till().tasks().getFirst();
      assertEquals(245, task.amountMinor());
      assertEquals(List.of(), cart.drain());
      String taken = "{\"key\":\"%s\",\"deed\":\"taken\"}".formatted(task.key());
      assertEquals(204, post("/staff/cash", taken, manager).statusCode());
      assertEquals(409, post("/staff/cash", taken, manager).statusCode());
      Await.until("it is settled", () -> !cart.drain().isEmpty());
    }
    assertEquals(
        List.of("cash 245", "card 100"),
        gate.receipt("t").tenders().stream()
            .map(it -> it.kind() + " " + it.amountMinor())
            .toList());
    JsonNode log = json.readTree(get("/staff/log", manager.cookie()).body());
    assertEquals("cash-taken", log.path("entries").path(0).path("deed").asText());
  }

  @Test
  void basketOfADeadCartIsPaidAtTheTillFromTheConsole() throws Exception {
    Staff manager = manager();
    assertTrue(gate.desks().checkpoints().keep(new Checkpoint(1, Shop.bill("trip-1", 1))));
    JsonNode basket = json.readTree(get("/staff/baskets", manager.cookie()).body()).path(0);
    assertEquals("Fresh milk", basket.path("lines").path(0).path("name").asText());
    assertEquals(345, basket.path("totalMinor").asLong());

    String move = "{\"trip\":\"trip-1\",\"to\":\"%s\",\"reason\":\"%s\"}";
    assertEquals(400, post("/staff/move", move.formatted("till", " "), manager).statusCode());
    assertEquals(400, post("/staff/move", move.formatted("door", "x"), manager).statusCode());
    JsonNode asked =
        json.readTree(post("/staff/move", move.formatted("till", "it is dark"), manager).body());
    assertEquals(345, asked.path("amountMinor").asLong(), asked::toString);
    String cash = "{\"key\":\"%s\",\"deed\":\"taken\"}".formatted(asked.path("key").asText());
    JsonNode paid = json.readTree(post("/staff/cash", cash, manager).body());
    assertEquals(gate.receipt("trip-1").receiptId(), paid.path("receipt").asText());
    assertEquals("[]", get("/staff/baskets", manager.cookie()).body());
    assertEquals(409, post("/staff/move", move.formatted("cart", "again"), manager).statusCode());
  }

  @Test
  void basketOfADeadCartGoesOnWithAnotherFromTheConsole() throws Exception {
    Staff manager = manager();
    assertTrue(gate.desks().checkpoints().keep(new Checkpoint(1, Shop.bill("trip-1", 1))));
    String move = "{\"trip\":\"trip-1\",\"to\":\"cart\",\"reason\":\"it is dark\"}";
    JsonNode code = json.readTree(post("/staff/move", move, manager).body());
    assertTrue(code.path("text").asText().startsWith("PANNIER/L1/"), code::toString);
    assertEquals("Fresh bananas", code.path("again").path(0).asText());
    assertTrue(code.path("side").asInt() > 20);
    JsonNode log = json.readTree(get("/staff/log", manager.cookie()).body());
    assertEquals("move-to-cart", log.path("entries").path(0).path("deed").asText());
  }

  @Test
  void disputeComesWithWhatTheCartSawAndIsDecidedOnce() throws Exception {
    Staff manager = manager();
    try (SettlementClient cart = gate.client("cart.db")) {
      cart.submit(Shop.signed("t", 1));
      Await.until("it is settled", () -> !cart.drain().isEmpty());
    }
    DisputeClaim claim =
        new DisputeClaim(
            "D-1",
            new SettlementKey("t", 1),
            0,
            "fewer",
            List.of(
                new DisputeClaim.Proof(
                    true,
                    1_772_366_400_000L,
                    521,
                    List.of(new DisputeClaim.Point(0, 0), new DisputeClaim.Point(900, 521)),
                    List.of(new DisputeClaim.Picture(new byte[] {1, 2, 3})))));
    try (var cart = gate.connect()) {
      var message = new pannier.payment.cart.outbox.Message(DisputeCodec.encode(claim));
      assertTrue(cart.post("dispute", message).toString().contains("Accepted"));
      assertTrue(cart.post("dispute", message).toString().contains("Accepted"), "again");
    }
    JsonNode open = json.readTree(get("/staff/disputes", manager.cookie()).body());
    assertEquals(1, open.size());
    assertEquals("Fresh milk", open.path(0).path("name").asText());
    assertEquals(521, open.path(0).path("proofs").path(0).path("massGrams").asLong());
    assertEquals("\1\2\3", get("/staff/proof/D-1/0/0", manager.cookie()).body());
    assertEquals(404, get("/staff/proof/D-1/0/1", manager.cookie()).statusCode());
    assertEquals(401, get("/staff/proof/D-1/0/0", "").statusCode());
    String grant = "{\"id\":\"D-1\",\"granted\":true,\"pieces\":1,\"reason\":\"one bottle\"}";
    assertEquals(204, post("/staff/dispute", grant, manager).statusCode());
    assertEquals(409, post("/staff/dispute", grant, manager).statusCode());
    String id = gate.settlements().getFirst().receiptId().orElseThrow();
    JsonNode left = json.readTree(get("/staff/left/" + id, manager.cookie()).body());
    assertEquals(1, left.path(0).path("pieces").asInt());
    String refund =
        "{\"receipt\":\"%s\",\"line\":0,\"pieces\":1,\"reason\":\"damaged\",\"id\":\"F-1\"}"
            .formatted(id);
    assertEquals(
        119,
        json.readTree(post("/staff/refund", refund, manager).body()).path("backMinor").asLong());
    assertEquals(200, post("/staff/refund", refund, manager).statusCode(), "the same refund");
    assertEquals(409, post("/staff/refund", refund.replace("F-1", "F-2"), manager).statusCode());
    Staff forged = new Staff(manager.cookie(), "0".repeat(64));
    assertEquals(403, post("/staff/refund", refund, forged).statusCode());
  }

  @Test
  void catalogueIsTriedThenImportedWholeOrNotAtAll() throws Exception {
    Staff manager = manager();
    String good =
        "product,name,unit,price,currency,mass_g,mass_sd_g\nmilk,Milk,piece,1.29,EUR,1000,5\n";
    JsonNode tried = imported("?dry=1", good, manager);
    assertEquals(1, tried.path("products").asInt());
    assertFalse(java.nio.file.Files.exists(folder.resolve("catalogue.csv")));
    JsonNode bad = imported("", good.replace("1.29", "cheap"), manager);
    assertEquals(1, bad.path("count").asInt());
    assertEquals(2, bad.path("faults").path(0).path("line").asInt());
    assertEquals("price", bad.path("faults").path(0).path("field").asText());
    assertFalse(java.nio.file.Files.exists(folder.resolve("catalogue.csv")));
    assertTrue(imported("", good, manager).path("imported").asBoolean());
    assertTrue(
        java.nio.file.Files.readString(folder.resolve("catalogue.csv")).contains("milk,Milk"));
    assertEquals(400, imported("", good.replace("EUR", "USD"), manager).path("status").asInt());
  }

  private JsonNode imported(String query, String csv, Staff staff) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri("/staff/catalogue" + query))
            .header("Content-Type", "text/csv")
            .header("Cookie", staff.cookie())
            .header(Sessions.TOKEN_HEADER, staff.token())
            .POST(HttpRequest.BodyPublishers.ofString(csv))
            .build();
    return json.readTree(client.send(request, BodyHandlers.ofString()).body());
  }

  @Test
  void supportBundleNamesNobody() throws Exception {
    Staff manager = manager();
    try (SettlementClient cart = gate.client("cart.db")) {
      cart.submit(Shop.signed("trip-of-somebody", 1));
      Await.until("it is settled", () -> !cart.drain().isEmpty());
    }
    gate.fleet().hear("cart-1", HELP);
    post("/staff/order", ORDER.formatted("helped Eve"), manager);
    HttpResponse<byte[]> zip =
        client.send(
            HttpRequest.newBuilder(uri("/staff/support"))
                .header("Cookie", manager.cookie())
                .build(),
            BodyHandlers.ofByteArray());
    List<String> names = new ArrayList<>();
    StringBuilder all = new StringBuilder();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip.body()))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        names.add(entry.getName());
        all.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    assertEquals(List.of("about.json", "metrics.txt", "carts.json", "days.json"), names);
    assertTrue(all.toString().contains("\"order-resolve\":1"), all.toString());
    String receipt = gate.settlements().getFirst().receiptId().orElseThrow();
    for (String secret :
        List.of(
            "trip-of-somebody", "trip-1", receipt, "Eve", "milk", StaffDesk.FIRST, "sandbox-ok")) {
      assertFalse(all.toString().contains(secret), secret);
    }
  }

  @Test
  void signedOutBrowserIsOut() throws Exception {
    Staff manager = manager();
    assertEquals(204, post("/staff/sign-out", "{}", manager).statusCode());
    assertEquals(401, get("/staff/session", manager.cookie()).statusCode());
  }

  @Test
  void guessingIsSlowedDown() throws Exception {
    int refused = 0;
    for (int i = 0; i < 11; i++) {
      refused += signIn("nobody", "guess " + i).statusCode() == 429 ? 1 : 0;
    }
    assertEquals(1, refused);
  }

  @Test
  void malformedStatusIsRefusedAndLeavesTheFleetAlone() throws Exception {
    Fleet fleet = gate.fleet();
    try (var cart = gate.connect()) {
      var response =
          cart.post(
              "status", new pannier.payment.cart.outbox.Message(new byte[] {(byte) 0xa1, 0, 1}));
      assertTrue(response.toString().contains("Refused"), response::toString);
    }
    assertEquals(List.of(), fleet.carts());
  }

  private Staff manager() throws Exception {
    return staff(signIn(StaffDesk.FIRST, desk.firstPassword().orElseThrow()));
  }

  private Staff staff(HttpResponse<String> in) throws IOException {
    assertEquals(200, in.statusCode(), in.body());
    String cookie = in.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    return new Staff(cookie, json.readTree(in.body()).path("token").asText());
  }

  private HttpResponse<String> signIn(String name, String password) throws Exception {
    String body = json.writeValueAsString(java.util.Map.of("name", name, "password", password));
    return post("/staff/sign-in", body, new Staff("", ""));
  }

  private HttpResponse<String> post(String path, String body, Staff staff) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (!staff.cookie().isEmpty()) {
      request.header("Cookie", staff.cookie()).header(Sessions.TOKEN_HEADER, staff.token());
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path, String cookie) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }
}
