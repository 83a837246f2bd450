package pannier.gate.postgres;

/**
 * Where a server's database is: {@code jdbc:postgresql://host:port/name?user=…}. What stands behind
 * the question mark may be a password, and never shows in text.
 */
public record PostgresUrl(String text) {
  public static final String SCHEME = "jdbc:postgresql:";

  public PostgresUrl {
    if (!text.startsWith(SCHEME)) {
      throw new IllegalArgumentException(
          "database: expected a file or jdbc:postgresql://host:port/name");
    }
  }

  @Override
  public String toString() {
    int options = text.indexOf('?');
    return options < 0 ? text : text.substring(0, options);
  }
}
