package pannier.gate.console;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import org.tinylog.Logger;
import pannier.gate.console.Accounts.Account;
import pannier.gate.fleet.Fleet;
import pannier.web.Answer;
import pannier.web.EventStream;
import pannier.web.Feed;
import pannier.web.Handler;
import pannier.web.HttpProblem;
import pannier.web.JsonBody;
import pannier.web.Pages;
import pannier.web.Request;
import pannier.web.Response;
import pannier.web.Routes;
import pannier.web.Session;
import pannier.wire.Limits;
import pannier.wire.Receipt;
import pannier.wire.RefundSlip;
import pannier.wire.StaffOrder;
import pannier.wire.receipt.ReceiptJson;

/** The staff console behind a web server. It owns its thread, not its parts. */
public final class Console implements AutoCloseable {
  private static final Duration REFRESH = Duration.ofMillis(500);
  private static final int LOG_ENTRIES = 200;

  private final ObjectMapper json = new ObjectMapper();
  private final Feed feed = new Feed("null");
  private final ConsoleParts parts;
  private final Board board;
  private final Orders orders;
  private final GoodsDesk goods;
  private final Questions questions;
  private final CartsPage carts;
  private final CashDesk cash;
  private final MoveDesk moving;
  private final MoneyBack back;
  private final CheckDesk checks;
  private final SignIn signIn;
  private final Thread thread;
  private volatile boolean closed;

  /** Starts to look at fleet and ledger. */
  public Console(ConsoleParts parts, SecureRandom random) {
    this.parts = parts;
    this.board = new Board(parts.fleet(), parts.books(), parts.shop());
    this.moving = new MoveDesk(parts.books(), parts.log());
    this.cash = new CashDesk(parts.books(), parts.log(), moving);
    this.checks = new CheckDesk(parts.books(), parts.log(), parts.clock());
    this.back = new MoneyBack(parts.books().desks(), parts.log());
    this.goods = new GoodsDesk(parts.books(), parts.log());
    this.orders = new Orders(parts.fleet(), parts.log(), parts.books().moving().catalogue());
    this.questions = new Questions(parts.log().book());
    this.carts = new CartsPage(parts.carts().keeper(), parts.log());
    this.signIn = new SignIn(parts.accounts(), parts.log(), parts.clock(), random);
    this.thread = Thread.ofVirtual().name("console").start(this::refresh);
  }

  /** A step that may find the disk at fault. */
  @FunctionalInterface
  private interface Step {
    Answer run(Request request) throws IOException;
  }

  /** Adds {@code /staff} and what lies below it, {@code /metrics} and {@code /health}. */
  public void addTo(Routes routes) {
    Pages pages = new Pages(Console.class, "page");
    routes
        .get("/staff", pages.page("staff.html"))
        .get("/staff/page/*", pages::byRest)
        .post("/staff/sign-in", guarded(signIn::in))
        .post("/staff/sign-out", guarded(signIn::out))
        .get("/staff/session", guarded(signIn::who))
        .get("/staff/events", guarded(this::events))
        .post("/staff/order", guarded(this::order))
        .post("/staff/cash", guarded(this::cash))
        .get("/staff/baskets", guarded(this::baskets))
        .post("/staff/move", guarded(this::move))
        .get("/staff/disputes", guarded(this::disputes))
        .get("/staff/proof/*", guarded(this::proof))
        .post("/staff/dispute", guarded(this::dispute))
        .post("/staff/catalogue", guarded(this::catalogue))
        .get("/staff/products", guarded(this::products))
        .get("/staff/masses", guarded(this::masses))
        .post("/staff/masses/forget", guarded(this::forgetMass))
        .get("/staff/support", guarded(this::support))
        .get("/staff/check/*", guarded(this::check))
        .post("/staff/check", guarded(this::found))
        .post("/staff/forget", guarded(this::forget))
        .get("/staff/left/*", guarded(this::left))
        .post("/staff/refund", guarded(this::refund))
        .get("/staff/receipt/*", guarded(this::receipt))
        .get("/staff/report", guarded(this::report))
        .get("/staff/log", guarded(this::log))
        .get("/staff/accounts", guarded(this::accounts))
        .post("/staff/account", guarded(this::account))
        .get("/staff/pairing", guarded(this::pairedCarts))
        .post("/staff/pairing/code", guarded(this::pairingCode))
        .get("/staff/pairing/code/*", guarded(this::pairingUsed))
        .post("/staff/pairing/end", guarded(this::unpair))
        .get("/metrics", guarded(this::metrics))
        .get("/health", request -> Response.json(Map.of("status", "up")));
  }

  private void refresh() {
    while (!closed) {
      try {
        questions.keep(parts.fleet().drainAsked());
        for (Fleet.Worked it : parts.fleet().drainWorked()) {
          parts.log().write(new StaffLog.Deed(it.staff(), "worked", it.cartId(), it.result()));
        }
        feed.publish(json.writeValueAsString(board.view()));
      } catch (IOException e) {
        Logger.error(e, "console");
      }
      LockSupport.parkNanos(REFRESH.toNanos());
    }
  }

  private static Handler guarded(Step step) {
    return request -> {
      try {
        return step.run(request);
      } catch (HttpProblem e) {
        throw e;
      } catch (IOException e) {
        Logger.error(e, "console");
        throw new HttpProblem(500, "the gate's disk is at fault; it is in the log");
      }
    };
  }

  private Answer events(Request request) throws HttpProblem {
    Session<Account> session = signIn.reader(request);
    return new EventStream(feed, () -> signIn.lives(session));
  }

  private Answer order(Request request) throws IOException {
    Session<Account> session = signIn.writer(request);
    JsonBody body = request.json();
    if (orders.give(session.owner().name(), body) == StaffOrder.Kind.RESOLVE) {
      checks.seenTo(body);
    }
    return Response.done();
  }

  private Answer cash(Request request) throws IOException {
    Session<Account> session = signIn.writer(request);
    Map<String, Object> moved = cash.done(session.owner().name(), request.json());
    return moved.isEmpty() ? Response.done() : Response.json(moved);
  }

  private Answer baskets(Request request) throws IOException {
    signIn.reader(request);
    return Response.json(moving.list());
  }

  private Answer move(Request request) throws IOException {
    Session<Account> session = signIn.writer(request);
    return Response.json(moving.move(session.owner().name(), request.json()));
  }

  private Answer disputes(Request request) throws IOException {
    signIn.manager(request);
    return Response.json(back.open());
  }

  private Answer proof(Request request) throws IOException {
    signIn.reader(request);
    return back.picture(request);
  }

  private Answer dispute(Request request) throws IOException {
    Session<Account> session = signIn.managingWriter(request);
    back.decide(session.owner().name(), request.json());
    return Response.done();
  }

  private Answer catalogue(Request request) throws IOException {
    Session<Account> session = signIn.managingWriter(request);
    return new CatalogueDesk(parts.shop().catalogue(), parts.shop().currency(), parts.log())
        .take(session.owner().name(), request);
  }

  private Answer products(Request request) throws IOException {
    signIn.reader(request);
    return Response.json(goods.named(request.query("name").orElse("")));
  }

  private Answer masses(Request request) throws IOException {
    signIn.manager(request);
    return Response.json(goods.masses());
  }

  private Answer forgetMass(Request request) throws IOException {
    Session<Account> session = signIn.managingWriter(request);
    goods.forget(session.owner().name(), request.json());
    return Response.done();
  }

  private Answer support(Request request) throws IOException {
    signIn.manager(request);
    Metrics metrics = new Metrics(parts.fleet(), board, parts.ledger());
    return Response.bytes("application/zip", new SupportBundle(parts, board, metrics).zip())
        .with("Content-Disposition", "attachment; filename=\"pannier-support.zip\"");
  }

  private Answer check(Request request) throws IOException {
    signIn.reader(request);
    return Response.json(checks.checked(request.rest()));
  }

  private Answer found(Request request) throws IOException {
    Session<Account> session = signIn.writer(request);
    checks.found(session.owner().name(), request.json());
    return Response.done();
  }

  private Answer forget(Request request) throws IOException {
    Session<Account> session = signIn.managingWriter(request);
    return Response.json(Map.of("deleted", back.forget(session.owner().name(), request.json())));
  }

  private Answer left(Request request) throws IOException {
    signIn.manager(request);
    return Response.json(back.left(request.rest()));
  }

  private Answer refund(Request request) throws IOException {
    Session<Account> session = signIn.managingWriter(request);
    RefundSlip slip = back.refund(session.owner().name(), request.json());
    return Response.json(Map.of("backMinor", slip.totalMinor()));
  }

  private Answer receipt(Request request) throws IOException {
    signIn.reader(request);
    Receipt receipt =
        parts.ledger().findReceipt(request.rest()).orElseThrow(() -> Refusal.NO_RECEIPT.problem());
    return Response.text("application/json", ReceiptJson.write(receipt));
  }

  private Answer report(Request request) throws IOException {
    signIn.manager(request);
    String day = request.query("day").orElse("");
    try {
      LocalDate date =
          day.isEmpty()
              ? LocalDate.ofInstant(parts.clock().instant(), parts.zone())
              : LocalDate.parse(day);
      return Response.json(DayReport.of(date, board, parts.log(), questions));
    } catch (DateTimeParseException e) {
      throw HttpProblem.wrong("day", day, "a date such as 2026-05-31");
    }
  }

  /** The latest entries, and whether the whole chain is as it was written. */
  private Answer log(Request request) throws IOException {
    signIn.manager(request);
    OptionalLong tampered = parts.log().tampered();
    return Response.json(
        Map.of(
            "tamperedAt",
            tampered.orElse(0),
            "entries",
            parts.log().latest(LOG_ENTRIES).stream()
                .map(
                    entry ->
                        Map.of(
                            "number", entry.number(),
                            "at", entry.at().toEpochMilli(),
                            "staff", entry.deed().staff(),
                            "deed", entry.deed().deed(),
                            "about", entry.deed().about(),
                            "reason", entry.deed().reason(),
                            "hash", entry.hash()))
                .toList()));
  }

  private Answer accounts(Request request) throws IOException {
    signIn.manager(request);
    return Response.json(parts.accounts().list());
  }

  private Answer account(Request request) throws IOException {
    Session<Account> session = signIn.managingWriter(request);
    JsonBody body = request.json();
    String name = body.text("name", Limits.LONGEST_ID, "a name");
    String wanted = "%d characters or more".formatted(Accounts.SHORTEST_PASSWORD);
    String password = body.text("password", 200, wanted);
    if (password.length() < Accounts.SHORTEST_PASSWORD) {
      throw Refusal.PASSWORD_SHORT.problem();
    }
    Role role = role(body.text("role", 20, "ATTENDANT or MANAGER"));
    parts
        .log()
        .write(
            new StaffLog.Deed(
                session.owner().name(),
                "account",
                name + ", " + role.name().toLowerCase(Locale.ROOT),
                ""));
    parts.accounts().put(name, role, password);
    return Response.done();
  }

  private Answer pairedCarts(Request request) throws IOException {
    signIn.reader(request);
    return carts.list();
  }

  private Answer pairingCode(Request request) throws IOException {
    return carts.code(signIn.writer(request), request);
  }

  private Answer pairingUsed(Request request) throws IOException {
    signIn.reader(request);
    return carts.used(request);
  }

  private Answer unpair(Request request) throws IOException {
    return carts.end(signIn.managingWriter(request), request);
  }

  private static Role role(String text) throws HttpProblem {
    try {
      return Role.valueOf(text);
    } catch (IllegalArgumentException e) {
      throw HttpProblem.wrong("role", text, "ATTENDANT or MANAGER");
    }
  }

  /** For a collector on this machine, or a manager: they tell what the shop earns. */
  private Answer metrics(Request request) throws IOException {
    if (!request.local()) {
      signIn.manager(request);
    }
    return Response.text(Metrics.TYPE, new Metrics(parts.fleet(), board, parts.ledger()).text());
  }

  @Override
  public void close() {
    closed = true;
    feed.close();
    LockSupport.unpark(thread);
  }
}
