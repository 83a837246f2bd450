package pannier.gate.ledger;

import java.sql.SQLException;
import java.util.List;
import pannier.gate.sql.Change;
import pannier.gate.sql.Transactions;

/** The database that the ledger lies in: what fails there is the ledger's failure. */
record LedgerDatabase(Transactions transactions) {
  /** What is asked of the database. */
  @FunctionalInterface
  interface Question<T> {
    T ask(Transactions database) throws SQLException;
  }

  <T> T ask(Question<T> question) throws LedgerException {
    try {
      return question.ask(transactions);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  <T> T read(Transactions.Work<T> work) throws LedgerException {
    return ask(database -> database.query(work));
  }

  <T> T write(Transactions.Work<T> work) throws LedgerException {
    return ask(database -> database.transaction(work));
  }

  void write(List<Change> changes) throws LedgerException {
    ask(database -> database.change(changes));
  }

  static LedgerException failed(SQLException e) {
    String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return new LedgerException("ledger: " + first, e);
  }
}
