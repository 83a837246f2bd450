package pannier.gate;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import org.tinylog.Logger;
import pannier.gate.console.Accounts;
import pannier.gate.console.Console;
import pannier.gate.console.ConsoleParts;
import pannier.gate.console.Desks;
import pannier.gate.console.StaffBook;
import pannier.gate.console.StaffBookException;
import pannier.gate.console.StaffLog;
import pannier.gate.ledger.LedgerPlace;
import pannier.gate.ledger.LedgerReport;
import pannier.gate.pairing.PairedCart;
import pannier.gate.phone.PhonePage;
import pannier.gate.shelf.Shelf;
import pannier.gate.sql.OutOfReach;
import pannier.web.Routes;

/** The staff console with its files, and the phone page. It owns them and closes them. */
public final class StaffDesk implements AutoCloseable {
  /** Who signs in first. */
  public static final String FIRST = "manager";

  private final StaffBook book;
  private final LedgerReport ledger;
  private final Console console;
  private final PhonePage phone;
  private final Optional<String> firstPassword;

  private StaffDesk(
      StaffBook book,
      LedgerReport ledger,
      Console console,
      PhonePage phone,
      Optional<String> firstPassword) {
    this.book = book;
    this.ledger = ledger;
    this.console = console;
    this.phone = phone;
    this.firstPassword = firstPassword;
  }

  /**
   * What the console works with; all of it stays its owners'.
   *
   * @param ledger that the gate writes
   * @param catalogue CSV that managers may replace; empty: not from the console
   */
  public record Tools(
      Gate gate, LedgerPlace ledger, Desks desks, Currency currency, Optional<Path> catalogue) {
    /** At a gate with its ledger in a file, whose catalogue is not changed from the console. */
    public Tools(Gate gate, Path ledger, Desks desks, Currency currency) {
      this(gate, new LedgerPlace.InFile(ledger), desks, currency, Optional.empty());
    }
  }

  /**
   * Opens the staff book, makes the first account where there is none, and starts the console.
   *
   * @param staff file of accounts and log; made where it is missing
   */
  public static StaffDesk open(Tools tools, Path staff) throws IOException {
    return open(tools, StaffBook.open(staff), Accounts.OWASP_ROUNDS);
  }

  /** The same, with accounts and log on {@code shelf}. */
  public static StaffDesk open(Tools tools, Shelf shelf) throws IOException {
    return open(tools, StaffBook.open(shelf), Accounts.OWASP_ROUNDS);
  }

  /** Takes the book over. */
  static StaffDesk open(Tools tools, StaffBook book, int rounds) throws IOException {
    SecureRandom random = new SecureRandom();
    InstantSource clock = InstantSource.system();
    LedgerReport report = tools.ledger().report();
    try {
      Accounts accounts = new Accounts(book, clock, random, rounds);
      StaffLog log = new StaffLog(book, clock);
      ConsoleParts parts =
          new ConsoleParts(
              new ConsoleParts.Carts(tools.gate().fleet(), tools.gate().keeper()),
              new ConsoleParts.Books(
                  report,
                  tools.desks(),
                  new ConsoleParts.Moving(
                      tools.gate().moves(tools.desks().checkpoints()), tools.gate().catalogue())),
              accounts,
              log,
              new ConsoleParts.Shop(
                  tools.currency().getCurrencyCode(),
                  clock,
                  ZoneId.systemDefault(),
                  tools.catalogue()));
      tools.gate().keeper().pairing().tell(cart -> paired(log, cart));
      PhonePage phone =
          new PhonePage(
              new PhonePage.Parts(
                  report,
                  tools.desks(),
                  tools.gate().keeper().logins(),
                  tools.gate().fleet(),
                  new PhonePage.Terms(
                      tools.currency().getCurrencyCode(),
                      tools.gate().rules().customs().members())),
              clock);
      return new StaffDesk(book, report, new Console(parts, random), phone, first(accounts));
    } catch (IOException | RuntimeException e) {
      report.close();
      book.close();
      throw e;
    }
  }

  /** Without its server the console begins as it is; whoever has an account signs in later. */
  private static Optional<String> first(Accounts accounts) throws StaffBookException {
    try {
      return accounts.first(FIRST);
    } catch (StaffBookException e) {
      if (OutOfReach.is(e.getCause())) {
        Logger.warn("{}", e.getMessage());
        return Optional.empty();
      }
      throw e;
    }
  }

  private static void paired(StaffLog log, PairedCart cart) {
    try {
      log.write(new StaffLog.Deed(cart.staff(), "paired", cart.cartId(), cart.key().toString()));
    } catch (IOException e) {
      Logger.error(e, "the log misses that {} was paired", cart.cartId());
    }
  }

  /** The password of {@link #FIRST}, if its account was just made; it is shown nowhere else. */
  public Optional<String> firstPassword() {
    return firstPassword;
  }

  /** Adds {@code /staff}, {@code /phone}, {@code /metrics} and {@code /health}. */
  public void addTo(Routes routes) {
    console.addTo(routes);
    phone.addTo(routes);
  }

  @Override
  public void close() {
    phone.close();
    console.close();
    book.close();
    ledger.close();
  }
}
