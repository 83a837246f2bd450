package pannier.gate.console;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import pannier.gate.sql.Sql;

/** Who may sign in. After five wrong passwords an account is locked for a quarter of an hour. */
public final class Accounts {
  /** OWASP asks for so many rounds of PBKDF2 with SHA-256. */
  public static final int OWASP_ROUNDS = 600_000;

  /** Wrong passwords in a row until an account is locked. */
  static final int MOST_FAILURES = 5;

  static final Duration LOCKED_FOR = Duration.ofMinutes(15);
  static final int SHORTEST_PASSWORD = 10;

  private static final HexFormat HEX = HexFormat.of();
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

  private final StaffBook book;
  private final InstantSource clock;
  private final Passwords passwords;

  /**
   * @param rounds of PBKDF2 for new passwords
   */
  public Accounts(StaffBook book, InstantSource clock, SecureRandom random, int rounds) {
    this(book, clock, new Passwords(random, rounds));
  }

  Accounts(StaffBook book, InstantSource clock, Passwords passwords) {
    this.book = book;
    this.clock = clock;
    this.passwords = passwords;
  }

  /** Somebody who may sign in. */
  public record Account(String name, Role role, boolean locked) {}

  /** Salt and hash in hexadecimal digits. */
  private record Secret(Account account, String salt, String hash, int iterations) {}

  /**
   * Makes the first account where there is none.
   *
   * @return its password, to be shown once; empty if there are accounts
   */
  public Optional<String> first(String name) throws StaffBookException {
    if (!list().isEmpty()) {
      return Optional.empty();
    }
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < 4 * 5; i++) {
      password.append(i > 0 && i % 5 == 0 ? "-" : "");
      password.append(LETTERS.charAt(passwords.random().nextInt(LETTERS.length())));
    }
    put(name, Role.MANAGER, password.toString());
    return Optional.of(password.toString());
  }

  /** Adds an account, or gives one another role and password; it is unlocked. */
  public void put(String name, Role role, String password) throws StaffBookException {
    if (password.length() < SHORTEST_PASSWORD) {
      throw new IllegalArgumentException("a password of %d letters".formatted(password.length()));
    }
    byte[] salt = passwords.salt();
    byte[] hash = Passwords.hash(password, salt, passwords.iterations());
    book.write(
        connection ->
            Sql.change(
                connection,
                """
                INSERT INTO account (name, role, salt, hash, iterations) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (name) DO UPDATE SET role = excluded.role, salt = excluded.salt,
                  hash = excluded.hash, iterations = excluded.iterations, failures = 0,
                  locked_until = 0
                """,
                name,
                role.name(),
                salt,
                hash,
                passwords.iterations()));
  }

  public List<Account> list() throws StaffBookException {
    return book.read(
        connection ->
            Sql.list(connection, "SELECT * FROM account ORDER BY name", row -> account(row)));
  }

  /** The account, if the password is its own and it is not locked. */
  public Optional<Account> signIn(String name, String password) throws StaffBookException {
    Optional<Secret> found =
        book.read(
            connection ->
                Sql.one(
                    connection,
                    "SELECT * FROM account WHERE name = ?",
                    row ->
                        new Secret(
                            account(row),
                            HEX.formatHex(row.getBytes("salt")),
                            HEX.formatHex(row.getBytes("hash")),
                            row.getInt("iterations")),
                    name));
    // An unknown name takes as long as a known one, so that names cannot be told by the time.
    Secret secret =
        found.orElseGet(
            () ->
                new Secret(
                    new Account(name, Role.ATTENDANT, true),
                    "00".repeat(16),
                    "00".repeat(32),
                    passwords.iterations()));
    byte[] salt = HEX.parseHex(secret.salt());
    byte[] hash = Passwords.hash(password, salt, secret.iterations());
    boolean right = !secret.account().locked() && Passwords.same(hash, HEX.parseHex(secret.hash()));
    if (found.isPresent() && !secret.account().locked()) {
      count(name, right);
    }
    return right ? Optional.of(secret.account()) : Optional.empty();
  }

  private void count(String name, boolean right) throws StaffBookException {
    Instant locked = clock.instant().plus(LOCKED_FOR);
    book.write(
        connection ->
            right
                ? Sql.change(connection, "UPDATE account SET failures = 0 WHERE name = ?", name)
                : Sql.change(
                    connection,
                    """
                    UPDATE account SET failures = (failures + 1) % ?,
                      locked_until = CASE WHEN failures + 1 = ? THEN ? ELSE locked_until END
                    WHERE name = ?
                    """,
                    MOST_FAILURES,
                    MOST_FAILURES,
                    locked.toEpochMilli(),
                    name));
  }

  private Account account(ResultSet row) throws SQLException {
    return new Account(
        row.getString("name"),
        Role.valueOf(row.getString("role")),
        row.getLong("locked_until") > clock.millis());
  }
}
