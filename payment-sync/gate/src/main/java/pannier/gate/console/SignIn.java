package pannier.gate.console;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import pannier.gate.console.Accounts.Account;
import pannier.web.HttpProblem;
import pannier.web.JsonBody;
import pannier.web.RateLimit;
import pannier.web.Request;
import pannier.web.Response;
import pannier.web.Session;
import pannier.web.Sessions;
import pannier.wire.Limits;

/** Who is at a browser. */
final class SignIn {
  private static final int TRIES = 10;
  private static final Duration REFILL = Duration.ofSeconds(30);
  private static final Duration IDLE = Duration.ofMinutes(30);
  private static final Duration LONGEST = Duration.ofHours(12);

  private final Accounts accounts;
  private final StaffLog log;
  private final Sessions<Account> sessions;
  private final RateLimit tries;

  SignIn(Accounts accounts, StaffLog log, InstantSource clock, SecureRandom random) {
    this.accounts = accounts;
    this.log = log;
    this.sessions = new Sessions<>("pannier-staff", IDLE, LONGEST, clock, random);
    this.tries = new RateLimit(TRIES, REFILL, clock);
  }

  Response in(Request request) throws HttpProblem, StaffBookException {
    tries.take(request.from());
    JsonBody body = request.json();
    String name = body.text("name", Limits.LONGEST_ID, "your name");
    String password = body.text("password", 200, "your password");
    Optional<Account> account = accounts.signIn(name, password);
    if (account.isEmpty()) {
      log.write(new StaffLog.Deed(name, "refused", "sign-in from " + request.from(), ""));
      throw Refusal.SIGN_IN_WRONG.problem();
    }
    tries.forget(request.from());
    log.write(new StaffLog.Deed(name, "signed-in", "from " + request.from(), ""));
    Session<Account> session = sessions.open(account.get());
    return sessions.with(session, who(session));
  }

  Response out(Request request) throws HttpProblem {
    sessions.close(sessions.require(request));
    return sessions.without(Response.done());
  }

  Response who(Request request) throws HttpProblem {
    return who(reader(request));
  }

  private static Response who(Session<Account> session) {
    return Response.json(
        Map.of(
            "token", session.token(),
            "name", session.owner().name(),
            "role", session.owner().role().name()));
  }

  /** Whoever may look. */
  Session<Account> reader(Request request) throws HttpProblem {
    return sessions
        .find(request)
        .orElseThrow(() -> new HttpProblem(401, "session: found none; sign in"));
  }

  /** A manager who may look. */
  Session<Account> manager(Request request) throws HttpProblem {
    return required(reader(request));
  }

  /** Whoever may change something. */
  Session<Account> writer(Request request) throws HttpProblem {
    return sessions.require(request);
  }

  /** A manager who may change something. */
  Session<Account> managingWriter(Request request) throws HttpProblem {
    return required(writer(request));
  }

  private static Session<Account> required(Session<Account> session) throws HttpProblem {
    if (session.owner().role() != Role.MANAGER) {
      throw Refusal.MANAGERS_ONLY.problem();
    }
    return session;
  }

  boolean lives(Session<Account> session) {
    return sessions.lives(session);
  }
}
