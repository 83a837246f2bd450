package pannier.app.screen;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import pannier.app.bill.BillPrices;
import pannier.domain.basket.Accord;
import pannier.domain.basket.Wallet;
import pannier.domain.evidence.Code;
import pannier.domain.trip.CartCore;
import pannier.domain.trip.CartState;
import pannier.domain.trip.Input;
import pannier.domain.trip.TripState;
import pannier.vision.codes.QrPrint;
import pannier.web.Answer;
import pannier.web.EventStream;
import pannier.web.Feed;
import pannier.web.HttpProblem;
import pannier.web.JsonBody;
import pannier.web.Pages;
import pannier.web.Request;
import pannier.web.Response;
import pannier.web.Routes;
import pannier.web.Session;
import pannier.web.Sessions;
import pannier.wire.Receipt;

/**
 * The shopper's screen as the tick loop sees it: touches are drained, steps are shown. One thread
 * drives it; browsers are served by others, and never hold it up.
 */
public final class ShopperScreen implements AutoCloseable {
  /** Nobody touches faster; what is more is refused. */
  private static final int MOST_WAITING = 64;

  /** While the load moves, its mass is shown every so many ticks. */
  private static final int LIVE_TICKS = 5;

  /** Long enough to fetch a crate and turn it; afterwards the processor is free again. */
  private static final long LOOK_MILLIS = 30_000;

  private static final Duration IDLE = Duration.ofDays(1);
  private static final Duration LONGEST = Duration.ofDays(7);

  private final ObjectMapper json = new ObjectMapper();
  private final Feed feed = new Feed("null");
  private final BlockingQueue<Input> touched = new ArrayBlockingQueue<>(MOST_WAITING);
  private final Pages pages = new Pages(ShopperScreen.class, "page");
  private final Items items;
  private final ProofPages proofs;
  private final WorkshopPages workshop;
  private final CartViews views;
  private final AtGate gate;
  private final Ways ways;
  private final Sessions<String> sessions;
  private final ScreenTouch touch;
  private final InstantSource clock;
  private volatile String paid = "";
  private volatile Wallet wallet = Wallet.EMPTY;
  private volatile Accord accord = Accord.NONE;
  private volatile long lookUntilMillis;
  private Recent recent = Recent.NOTHING;
  private String shown = "";
  private int ticks;

  public ShopperScreen(
      BillPrices prices, Exhibits exhibits, AtGate gate, InstantSource clock, SecureRandom random) {
    this.items = new Items(prices.catalogue(), exhibits.products());
    this.proofs = new ProofPages(exhibits.proofs());
    this.workshop = new WorkshopPages(exhibits.workshop(), prices.catalogue());
    this.ways = new Ways(gate.tenders());
    this.views =
        new CartViews(items, new Payments(prices, gate, ways), !gate.phonePage().isEmpty());
    this.gate = gate;
    this.clock = clock;
    this.sessions = new Sessions<>("pannier-cart", IDLE, LONGEST, clock, random);
    this.touch =
        new ScreenTouch(
            prices.catalogue(),
            () -> new UUID(random.nextLong(), random.nextLong()).toString(),
            () -> wallet,
            ways,
            number -> prices.takesMember(accord, number));
  }

  /** Adds {@code /cart} and what lies below it, and what all screens share. */
  public void addTo(Routes routes) {
    routes
        .get("/cart", pages.page("cart.html"))
        .get("/cart/page/*", pages::byRest)
        .get("/cart/session", this::session)
        .get("/cart/events", request -> EventStream.of(feed))
        .get("/cart/pictures/*", this::picture)
        .get("/cart/receipt-code/*", this::receiptCode)
        .get("/cart/phone-code", this::phoneCode)
        .get("/cart/products", this::products)
        .get("/cart/proofs", proofs::list)
        .get("/cart/proof/*", proofs::picture)
        .post("/cart/dispute", this::dispute)
        .post("/cart/forget", this::forget)
        .get("/cart/workshop/picture", workshop::picture)
        .post("/cart/workshop", this::work)
        .post("/cart/touch", this::touch);
  }

  /** What was touched since the last call. */
  public List<Input> drain() {
    List<Input> inputs = new ArrayList<>();
    touched.drainTo(inputs);
    return inputs;
  }

  /** Shows a state that no step led to, such as at the start. */
  public void show(CartState state) {
    publish(state);
  }

  /** Shows what a step changed. */
  public void show(CartCore.Step step) {
    boolean live = ticks++ % LIVE_TICKS == 0;
    if (!step.effects().isEmpty() || !step.decisions().isEmpty()) {
      recent = recent.after(step, items);
      publish(step.state());
    } else if (live) {
      publish(step.state());
    }
  }

  private void publish(CartState state) {
    proofs.show(state);
    paid = state.trip() instanceof TripState.Settled settled ? settled.receiptId() : "";
    accord =
        state.trip() instanceof TripState.Running running ? running.trip().accord() : Accord.NONE;
    keep(accord.wallet());
    String view = write(views.view(state, recent, shown(state)));
    if (!view.equals(shown)) {
      shown = view;
      feed.publish("{\"at\":%d,\"view\":%s}".formatted(clock.millis(), view));
    }
  }

  private CartViews.Beside shown(CartState state) {
    Receipt receipt = gate.receipt().get().orElse(null);
    return new CartViews.Beside(receipt, looking(state), workshop.bench().orElse(null));
  }

  private boolean looking(CartState state) {
    if (!(state.trip() instanceof TripState.Open)) {
      lookUntilMillis = 0;
    }
    return wantsCodes();
  }

  /** What was touched and is not in the state yet is newer. */
  private synchronized void keep(Wallet stated) {
    if (touched.isEmpty()) {
      wallet = stated;
    }
  }

  private String write(CartView view) {
    try {
      return json.writeValueAsString(view);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private Answer session(Request request) {
    Session<String> session = sessions.find(request).orElseGet(() -> sessions.open("screen"));
    boolean phone = !gate.phonePage().isEmpty();
    return sessions.with(session, Response.json(Map.of("token", session.token(), "phone", phone)));
  }

  /** The QR code of the page on which a phone gets its own code to begin with. */
  private Answer phoneCode(Request request) throws HttpProblem {
    if (gate.phonePage().isEmpty()) {
      throw new HttpProblem(404, "no phone page");
    }
    return Response.text("image/svg+xml", QrPrint.svg(gate.phonePage()));
  }

  /** The QR code of the receipt that is shown just now. */
  private Answer receiptCode(Request request) throws HttpProblem {
    String id = paid;
    if (id.isEmpty() || !id.equals(request.rest()) || gate.phonePage().isEmpty()) {
      throw new HttpProblem(404, "no such receipt");
    }
    return Response.text("image/svg+xml", QrPrint.svg(gate.link(id)));
  }

  private Answer picture(Request request) throws HttpProblem {
    try {
      ProductPictures.Picture picture =
          items
              .pictures()
              .find(request.rest())
              .orElseThrow(() -> new HttpProblem(404, "no such picture"));
      return Response.bytes(picture.type(), picture.bytes())
          .with("Cache-Control", "private, max-age=86400");
    } catch (HttpProblem e) {
      throw e;
    } catch (IOException e) {
      throw new HttpProblem(404, "the picture cannot be read");
    }
  }

  private Answer products(Request request) throws HttpProblem {
    String words = request.query("words").orElse("");
    if (words.isBlank() || words.length() > 60) {
      throw HttpProblem.wrong("words", words, "1 to 60 characters");
    }
    return Response.json(items.search(words));
  }

  private Answer dispute(Request request) throws HttpProblem {
    sessions.require(request);
    proofs.dispute(request.json());
    return Response.done();
  }

  private Answer forget(Request request) throws HttpProblem {
    sessions.require(request);
    proofs.forget();
    return Response.done();
  }

  private Answer work(Request request) throws HttpProblem {
    sessions.require(request);
    workshop.touch(request);
    return Response.done();
  }

  /** Whether staff work at the cart: nobody begins a trip then. */
  public boolean isWorkedAt() {
    return workshop.bench().isPresent();
  }

  private Answer touch(Request request) throws HttpProblem {
    sessions.require(request);
    if (isWorkedAt()) {
      throw new HttpProblem(409, "staff work at this cart just now");
    }
    JsonBody body = request.json();
    take(body);
    return Response.done();
  }

  /** The camera looks for codes for a while; each one that it finds prolongs it. */
  private void look() {
    lookUntilMillis = clock.millis() + LOOK_MILLIS;
  }

  /** Whether the camera is to look for codes of things below the basket. */
  public boolean wantsCodes() {
    return clock.millis() < lookUntilMillis;
  }

  /** The camera saw a code that was shown to it. */
  public void seen(Code code) {
    if (touched.offer(new Input.Below(code))) {
      look();
    }
  }

  private synchronized void take(JsonBody body) throws HttpProblem {
    if (body.has("touch") && body.text("touch", 20, "the name of a button").equals("below-look")) {
      look();
      return;
    }
    Input input = touch.read(body);
    if (!touched.offer(input)) {
      throw new HttpProblem(503, "the cart is busy; touch again");
    }
    if (input instanceof Input.PayWith choice) {
      wallet = choice.wallet();
    }
  }

  @Override
  public void close() {
    feed.close();
  }
}
