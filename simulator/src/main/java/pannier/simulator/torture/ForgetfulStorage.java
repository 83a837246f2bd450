package pannier.simulator.torture;

import java.sql.SQLException;
import pannier.gate.sql.Transactions;

/**
 * A disk that keeps only what was synced: the power may go before a transaction, after its writes
 * and before their sync, when all of them are forgotten, and after the sync, before anybody is
 * told.
 */
record ForgetfulStorage(Transactions disk, Misfortune misfortune, String name)
    implements Transactions {
  @Override
  public <T> T transaction(Work<T> work) throws SQLException {
    misfortune.strike(name + ", before it writes");
    T result =
        disk.transaction(
            connection -> {
              T written = work.run(connection);
              misfortune.strike(name + ", written and not synced");
              return written;
            });
    misfortune.strike(name + ", synced and not told");
    return result;
  }

  @Override
  public <T> T query(Work<T> work) throws SQLException {
    return disk.query(work);
  }

  @Override
  public void close() {
    disk.close();
  }
}
