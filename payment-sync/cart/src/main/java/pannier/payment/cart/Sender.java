package pannier.payment.cart;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import pannier.payment.cart.SettlementClient.Command;
import pannier.payment.cart.outbox.Attempt;
import pannier.payment.cart.outbox.Message;
import pannier.payment.cart.outbox.Outbox;
import pannier.payment.cart.outbox.OutboxException;
import pannier.wire.LoginReply;
import pannier.wire.LoginRequest;
import pannier.wire.MalformedMessageException;
import pannier.wire.PairingCodec;
import pannier.wire.ProblemCodec;
import pannier.wire.ProblemKind;
import pannier.wire.SettlementCodec;
import pannier.wire.SettlementKey;
import pannier.wire.SettlementRequest;
import pannier.wire.VoidRequest;

/** The loop of the client's thread: commands to disk, what is due to the gate, answers to disk. */
final class Sender {
  /** A day's trips of a busy cart. */
  private static final int MOST_TRIPS = 64;

  private final Outbox outbox;
  private final GateConnection connection;
  private final Schedule schedule;
  private final DocumentFetch documents;
  private final LongSupplier monotonicNanos;
  private final Consumer<SettlementOutcome> outcomes;
  private final Consumer<LoginOutcome> logins;
  private volatile List<Waiting> waiting = List.of();

  Sender(
      Outbox outbox,
      GateConnection connection,
      Schedule schedule,
      DocumentFetch documents,
      LongSupplier monotonicNanos,
      Consumer<SettlementOutcome> outcomes,
      Consumer<LoginOutcome> logins) {
    this.logins = logins;
    this.outbox = outbox;
    this.connection = connection;
    this.schedule = schedule;
    this.documents = documents;
    this.monotonicNanos = monotonicNanos;
    this.outcomes = outcomes;
  }

  /** The trips that it holds attempts of; none if its disk is at fault, as then nothing is sent. */
  static List<String> tripsIn(Outbox outbox) {
    try {
      return List.copyOf(outbox.listTrips(MOST_TRIPS));
    } catch (OutboxException e) {
      Logger.error(e, "the outbox cannot be read");
      return List.of();
    }
  }

  List<Waiting> waiting() {
    return waiting;
  }

  void run(BlockingQueue<Command> commands) {
    try (outbox;
        connection) {
      resume();
      boolean goesOn = true;
      while (goesOn) {
        goesOn = step(commands.poll(waitNanos(), TimeUnit.NANOSECONDS));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private long waitNanos() {
    long now = now();
    return Math.min(schedule.waitNanos(now), documents.waitNanos(now));
  }

  private long now() {
    return monotonicNanos.getAsLong();
  }

  /** What the last run left open is due at once. */
  void resume() {
    try {
      long start = now();
      outbox.listOpen().forEach(attempt -> schedule.now(attempt.key(), start));
      waiting = schedule.waiting();
    } catch (OutboxException e) {
      Logger.error(e, "the outbox cannot be read");
    }
  }

  /** Whether a message is to be sent by now. */
  boolean isDue() {
    return waitNanos() <= 0;
  }

  /** One command, or one message that is due; false at the end. */
  boolean step(@Nullable Command command) throws InterruptedException {
    try {
      switch (command) {
        case null -> sendDue();
        case Command.Settle settle -> begin(settle.request());
        case Command.Withdraw withdraw -> withdraw(withdraw.key());
        case Command.LogIn login -> logins.accept(logIn(login.code()));
        case Command.Fetch fetch -> documents.want(fetch.wanted(), now());
        case Command.End _ -> {
          return false;
        }
      }
    } catch (OutboxException e) {
      // Without its disk the cart must not send: the tick asks again after its restart.
      Logger.error(e, "settlement");
    }
    waiting = schedule.waiting();
    return true;
  }

  /** A shopper stands there: one try, and a word if there is no answer. */
  private LoginOutcome logIn(String code) throws InterruptedException {
    try {
      Message message = new Message(PairingCodec.encode(new LoginRequest(code)));
      return switch (connection.post("login", message)) {
        case GateConnection.Response.Accepted accepted -> {
          LoginReply reply = PairingCodec.decodeLoginReply(accepted.body().bytes());
          yield new LoginOutcome.Welcome(reply.tripId(), reply.member(), reply.basket());
        }
        case GateConnection.Response.Refused refused ->
            new LoginOutcome.Refused(ProblemCodec.decode(refused.body().bytes()).kind().code());
      };
    } catch (IOException | IllegalArgumentException e) {
      Logger.warn("login: {}", e.getMessage());
      return new LoginOutcome.Refused("no-gate");
    }
  }

  private void begin(SettlementRequest request) throws OutboxException {
    SettlementKey key = request.key();
    Message message = new Message(SettlementCodec.encode(request));
    outbox.begin(key, request.billDigest(), message);
    Attempt attempt = outbox.find(key).orElseThrow();
    Optional<Message> reply = attempt.reply();
    if (reply.isPresent()) {
      outcomes.accept(Answers.stored(key, reply.get()));
    } else if (!attempt.withdrawn() && !asksFor(attempt.message(), request)) {
      outcomes.accept(
          Answers.refused(key, ProblemKind.OTHER_BILL, "another bill was sent under this key"));
    } else {
      schedule.now(key, now());
    }
  }

  /**
   * Whether these bytes ask for the same; another key may have signed them before it was replaced.
   */
  private static boolean asksFor(Message message, SettlementRequest request) {
    try {
      return SettlementCodec.decodeRequest(message.bytes()).unsigned().equals(request.unsigned());
    } catch (MalformedMessageException e) {
      throw new IllegalStateException("the outbox holds what was encoded here", e);
    }
  }

  private void withdraw(SettlementKey key) throws OutboxException {
    outbox.withdraw(key);
    Optional<Message> reply = outbox.find(key).orElseThrow().reply();
    if (reply.isPresent()) {
      outcomes.accept(Answers.stored(key, reply.get()));
    } else {
      schedule.now(key, now());
    }
  }

  private void sendDue() throws OutboxException, InterruptedException {
    Optional<SettlementKey> next = schedule.next(now());
    if (next.isPresent()) {
      send(outbox.find(next.get()).orElseThrow());
    } else {
      documents.ask(now());
    }
  }

  private void send(Attempt attempt) throws OutboxException, InterruptedException {
    SettlementKey key = attempt.key();
    try {
      GateConnection.Response response =
          attempt.withdrawn()
              ? connection.post("void", new Message(SettlementCodec.encode(new VoidRequest(key))))
              : connection.post("settle", attempt.message());
      Message answer = Answers.toStore(key, response);
      outbox.finish(key, answer);
      schedule.done(key);
      outcomes.accept(Answers.stored(key, answer));
    } catch (OutboxException e) {
      schedule.later(key, now(), "the cart's own disk");
      throw e;
    } catch (PeopleAwaitedException e) {
      schedule.soon(key, now(), String.valueOf(e.getMessage()));
    } catch (IOException e) {
      Logger.warn("{} waits: {}", key, e.getMessage());
      schedule.later(key, now(), String.valueOf(e.getMessage()));
    }
  }
}
