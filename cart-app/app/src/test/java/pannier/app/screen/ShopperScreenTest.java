package pannier.app.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pannier.app.bill.BillPrices;
import pannier.domain.basket.Means;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.ProductId;
import pannier.domain.catalogue.SaleUnit;
import pannier.domain.evidence.CameraState;
import pannier.domain.evidence.Candidate;
import pannier.domain.evidence.Code;
import pannier.domain.evidence.Direction;
import pannier.domain.evidence.LoadSample;
import pannier.domain.evidence.Sighting;
import pannier.domain.evidence.VisionReport;
import pannier.domain.mass.Mass;
import pannier.domain.mass.MassSpread;
import pannier.domain.money.Money;
import pannier.domain.trip.CartConfig;
import pannier.domain.trip.CartCore;
import pannier.domain.trip.CartState;
import pannier.domain.trip.Input;
import pannier.domain.trip.Sensors;
import pannier.domain.trip.TickRecord;
import pannier.web.Pages;
import pannier.web.Routes;
import pannier.web.Sessions;
import pannier.web.WebServer;
import pannier.wire.TenderOffer;

final class ShopperScreenTest {
  private static final Currency EURO = Currency.getInstance("EUR");
  private static final long TICK = 20_000_000L;

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient client = HttpClient.newHttpClient();
  private final Catalogue catalogue =
      new Catalogue(
          EURO,
          List.of(
              product("milk", "Whole milk", 129, 1035, List.of("4012345678901")),
              product("soap", "Soap bar", 250, 120, List.of())));
  private final CartCore core = new CartCore(catalogue, CartConfig.standard(new Sensors(1, false)));
  private CartState state = core.start(0);
  private long nanos;
  private ShopperScreen screen;
  private WebServer server;

  @TempDir private Path enrol;

  @BeforeEach
  void start() throws IOException {
    Files.createDirectories(enrol.resolve("milk"));
    Files.writeString(enrol.resolve("milk").resolve("a.jpg"), "small");
    Files.writeString(enrol.resolve("milk").resolve("b.jpg"), "a larger one");
    screen =
        new ShopperScreen(
            new BillPrices("cart-1", catalogue),
            Exhibits.of(ProductPictures.of(List.of(enrol))),
            new AtGate(
                Optional::empty,
                "",
                List.of(
                    new TenderOffer("card", "reader"),
                    new TenderOffer("snap", "pad"),
                    new TenderOffer("gift", "gift-{number}"))),
            InstantSource.system(),
            new SecureRandom());
    Routes routes = new Routes();
    screen.addTo(routes);
    InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    server = WebServer.start(here, Set.of(), routes);
    screen.show(state);
  }

  @AfterEach
  void stop() {
    screen.close();
    server.close();
    client.close();
  }

  @Test
  void aFreeCartWelcomes() throws IOException {
    assertEquals("WELCOME", view().path("stage").asText());
    assertEquals("EUR", view().path("goods").path("currency").asText());
  }

  @Test
  void whatIsSeenWithoutAScaleIsAskedAboutWithPictures() throws Exception {
    touch("{\"touch\":\"start\"}");
    tick(sees("milk", Direction.IN));
    for (int i = 0; i < 500 && state.open().isEmpty(); i++) {
      tick(nothing());
    }
    JsonNode matter = view().path("open").path(0);
    assertEquals("milk", matter.path("choices").path(0).path("id").asText());
    assertTrue(matter.path("choices").path(0).path("picture").asBoolean());
    assertTrue(matter.path("in").asBoolean());
    assertEquals("QUESTION", view().path("cues").path("sound").path("tone").asText());

    int number = matter.path("number").asInt();
    touch("{\"touch\":\"answer\",\"number\":%d,\"product\":\"milk\"}".formatted(number));
    tick(nothing());
    assertEquals(129, view().path("goods").path("sums").path("totalMinor").asLong());
    assertEquals("milk", view().path("recent").path(0).path("item").path("id").asText());
    assertEquals("ADDED", view().path("cues").path("sound").path("tone").asText());
  }

  @Test
  void aCameraThatIsCoveredIsSaid() throws IOException {
    tick(new VisionReport(0, nanos, false, CameraState.COVERED, List.of()));
    JsonNode doubt = view().path("cues").path("doubts").path(0);
    assertEquals(
        "camera 1 covered",
        doubt.path("device").asText()
            + " "
            + doubt.path("number").asInt()
            + " "
            + doubt.path("reason").asText());
  }

  @Test
  void everyButtonIsAnInputOfTheHeart() throws Exception {
    assertEquals(new Input.AnswerNothing(7), touched("{\"touch\":\"nothing\",\"number\":7}"));
    assertEquals(new Input.Personal(8), touched("{\"touch\":\"own\",\"number\":8}"));
    assertEquals(
        new Input.Dispute(new ProductId("milk")),
        touched("{\"touch\":\"wrong\",\"product\":\"milk\"}"));
    assertEquals(
        new Input.CodeShown(new Code(Code.Symbology.EAN_13, "4012345678901")),
        touched("{\"touch\":\"code\",\"code\":\"4012345678901\"}"));
    assertEquals(new Input.CallStaff(), touched("{\"touch\":\"help\"}"));
    assertEquals(new Input.Pay(), touched("{\"touch\":\"pay\"}"));
    assertEquals(new Input.MoreTime(), touched("{\"touch\":\"more\"}"));
    assertEquals(new Input.Back(), touched("{\"touch\":\"back\"}"));
    assertEquals(new Input.Exit(), touched("{\"touch\":\"exit\"}"));
    assertEquals(new Input.Done(), touched("{\"touch\":\"done\"}"));
    Input.Start own = (Input.Start) touched("{\"touch\":\"startWithOwn\"}");
    assertTrue(own.personalItems());
  }

  @Test
  void couponsAndMembersNumbersAreClaimed() throws Exception {
    Input.PayWith coupon = (Input.PayWith) touched("{\"touch\":\"coupon\",\"claim\":\"SPRING\"}");
    assertEquals(List.of("SPRING"), coupon.wallet().coupons());
    Input.PayWith member = (Input.PayWith) touched("{\"touch\":\"member\",\"claim\":\"77\"}");
    assertEquals("77", member.wallet().member());
  }

  @Test
  void severalTendersAreChosenTouchByTouch() throws Exception {
    assertEquals(
        List.of(new Means("card", "reader"), new Means("gift", "gift-4711")),
        means("{\"touch\":\"pay-add\",\"kind\":\"gift\",\"number\":\"4711\"}"));
    assertEquals(
        new Means("gift", "gift-4711", 500L, List.of(), 0),
        means("{\"touch\":\"pay-amount\",\"place\":1,\"amountMinor\":500}").get(1));
    assertEquals(
        new Means("card", "reader", null, List.of(new ProductId("milk")), 0),
        means("{\"touch\":\"pay-lines\",\"place\":0,\"products\":[\"milk\"]}").getFirst());
    assertEquals(1, means("{\"touch\":\"pay-remove\",\"place\":0}").size());
    assertEquals(
        List.of(333_333_333L, 333_333_333L, 0L),
        means("{\"touch\":\"pay-evenly\",\"payers\":3}").stream()
            .map(Means::shareBillionths)
            .toList());
    assertEquals(List.of(), means("{\"touch\":\"pay-usual\"}"));
  }

  @Test
  void wrongWaysToPayAreRefused() throws Exception {
    String token = token();
    String card = "{\"touch\":\"pay-add\",\"kind\":\"gift\",\"number\":\"4111111111111111\"}";
    HttpResponse<String> refused = post(card, token);
    assertEquals(400, refused.statusCode());
    assertFalse(refused.body().contains("4111"));
    assertEquals(400, post("{\"touch\":\"pay-add\",\"kind\":\"gold\"}", token).statusCode());
    assertEquals(400, post("{\"touch\":\"pay-remove\",\"place\":3}", token).statusCode());
    assertEquals(204, post("{\"touch\":\"pay-add\",\"kind\":\"snap\"}", token).statusCode());
    assertEquals(
        409,
        post("{\"touch\":\"pay-lines\",\"place\":1,\"products\":[\"milk\"]}", token).statusCode());
  }

  /** Ways to pay are chosen faster than the cart ticks: none is lost. */
  private List<Means> means(String body) throws Exception {
    return ((Input.PayWith) touched(body)).wallet().means();
  }

  @Test
  void cardNumberIsNoCouponAndIsNotRepeated() throws Exception {
    HttpResponse<String> refused =
        post("{\"touch\":\"coupon\",\"claim\":\"4111111111111111\"}", token());
    assertEquals(400, refused.statusCode());
    assertFalse(refused.body().contains("4111"));
  }

  /** Each field of each touch, and each query. */
  @ParameterizedTest
  @ValueSource(strings = {"4111111111111111", "5555 5555 5555 4444", "3782-822463-10005"})
  void noFieldTakesACardNumber(String card) throws Exception {
    String token = token();
    for (String field : List.of("touch", "product", "code", "claim", "kind", "number")) {
      for (String touch : List.of("answer", "wrong", "code", "coupon", "member", "pay-add")) {
        ObjectNode body = json.createObjectNode().put("touch", touch).put("number", 1);
        body.put("product", "milk").put("code", "4012345678901").put("kind", "gift");
        body.put("claim", "1").put(field, card).put("unknown", card);
        assertFalse(post(body.toString(), token).body().contains(card), body::toString);
      }
    }
    String words = card.replace(" ", "%20");
    assertFalse(get("/cart/products?words=" + words).body().contains(card));
    assertFalse(get("/cart/pictures/" + words).body().contains(card));
    assertFalse(get("/cart/receipt-code/" + words).body().contains(card));
    assertFalse(screen.drain().toString().contains(card));
  }

  @Test
  void whatTheHeartDoesNotOfferIsRefused() throws Exception {
    assertEquals(400, post("{\"touch\":\"open the gate\"}", token()).statusCode());
    assertEquals(400, post("{\"touch\":\"wrong\",\"product\":\"gold\"}", token()).statusCode());
    assertEquals(400, post("{\"touch\":\"nothing\",\"number\":-1}", token()).statusCode());
    HttpResponse<String> code = post("{\"touch\":\"code\",\"code\":\"4012345678909\"}", token());
    assertTrue(code.body().contains("the last one checking the others"), code.body());
    assertEquals(List.of(), screen.drain());
  }

  @Test
  void aTouchWithoutTheSessionsTokenDoesNothing() throws Exception {
    assertEquals(
        403, post("{\"touch\":\"pay\"}", "guess " + token().split(" ", 2)[1]).statusCode());
    assertEquals(401, post("{\"touch\":\"pay\"}", "guess none=1").statusCode());
    assertEquals(List.of(), screen.drain());
  }

  @Test
  void aFloodOfTouchesIsRefusedBeforeItFillsTheMemory() throws Exception {
    String token = token();
    int accepted = 0;
    for (int i = 0; i < 100; i++) {
      accepted += post("{\"touch\":\"help\"}", token).statusCode() == 204 ? 1 : 0;
    }
    assertEquals(64, accepted);
  }

  @Test
  void thePictureThatShowsMostIsServedAndNoOtherFile() throws Exception {
    assertEquals("a larger one", get("/cart/pictures/milk").body());
    assertEquals(404, get("/cart/pictures/soap").statusCode());
    assertEquals(404, get("/cart/pictures/..%2f..%2fetc%2fpasswd").statusCode());
  }

  @Test
  void productsAreFoundByWordsAndByCode() throws Exception {
    assertEquals(
        "milk",
        json.readTree(get("/cart/products?words=LK%20who").body()).path(0).path("id").asText());
    assertEquals(
        "milk",
        json.readTree(get("/cart/products?words=4012345678901").body())
            .path(0)
            .path("id")
            .asText());
    assertEquals("[]", get("/cart/products?words=gold").body());
    assertEquals(400, get("/cart/products?words=").statusCode());
  }

  @Test
  void theWholePageIsSmall() throws IOException {
    List<String> own =
        List.of(
            "below.js",
            "cart.html",
            "cart.css",
            "cart.js",
            "pages.js",
            "parts.js",
            "prefs.js",
            "proofs.js",
            "sheets.js",
            "sound.js",
            "tenders.js",
            "workshop.js",
            "texts-de.json",
            "icon.svg");
    long bytes = 0;
    for (String file : own) {
      bytes += size(ShopperScreen.class, "page/" + file);
    }
    for (String file : List.of("base.css", "live.js", "words.js")) {
      bytes += size(Pages.class, "shared/" + file);
    }
    assertTrue(bytes < 300 * 1024, bytes + " bytes");
  }

  private static long size(Class<?> beside, String file) throws IOException {
    try (var in = beside.getResourceAsStream(file)) {
      return Objects.requireNonNull(in, file).readAllBytes().length;
    }
  }

  private void tick(VisionReport report) {
    nanos += TICK;
    CartCore.Step step =
        core.tick(
            state,
            new TickRecord(
                nanos, List.<LoadSample>of(), List.of(), List.of(report), screen.drain()));
    state = step.state();
    screen.show(step);
  }

  private VisionReport nothing() {
    return new VisionReport(0, nanos, false, CameraState.TRUSTED, List.of());
  }

  private JsonNode view() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket
          .getOutputStream()
          .write(
              "GET /cart/events HTTP/1.1\r\nHost: localhost\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      String line = in.readLine();
      while (line != null && !line.startsWith("data: ")) {
        line = in.readLine();
      }
      return json.readTree(line == null ? "" : line.substring(6)).path("view");
    }
  }

  private Input touched(String body) throws Exception {
    assertEquals(204, post(body, token()).statusCode());
    return screen.drain().getFirst();
  }

  private void touch(String body) throws Exception {
    assertEquals(204, post(body, token()).statusCode());
  }

  /** The token and the cookie of a new session. */
  private String token() throws Exception {
    HttpResponse<String> session = get("/cart/session");
    String cookie = session.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    return json.readTree(session.body()).path("token").asText() + " " + cookie;
  }

  private HttpResponse<String> post(String body, String token) throws Exception {
    String[] parts = token.split(" ", 2);
    HttpRequest request =
        HttpRequest.newBuilder(uri("/cart/touch"))
            .header("Content-Type", "application/json")
            .header(Sessions.TOKEN_HEADER, parts[0])
            .header("Cookie", parts[1])
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  private static Product product(
      String id, String name, long priceMinor, double grams, List<String> codes) {
    return new Product(
        new ProductId(id),
        name,
        SaleUnit.PIECE,
        new Money(priceMinor, EURO),
        new MassSpread(Mass.ofGrams(grams), 4),
        codes);
  }

  private VisionReport sees(String product, Direction direction) {
    Sighting sighting =
        new Sighting(
            1,
            0,
            nanos + TICK,
            direction,
            1,
            List.of(new Candidate(new ProductId(product), 0.97)),
            0.02,
            List.of(),
            0.9);
    return new VisionReport(0, nanos + TICK, false, CameraState.TRUSTED, List.of(sighting));
  }
}
