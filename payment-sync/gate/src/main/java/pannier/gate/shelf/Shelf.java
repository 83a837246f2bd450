package pannier.gate.shelf;

import java.io.IOException;
import java.nio.file.Path;
import pannier.gate.postgres.PostgresDatabase;
import pannier.gate.postgres.PostgresUrl;
import pannier.gate.postgres.Reach;
import pannier.gate.postgres.ServerBook;
import pannier.gate.sql.Transactions;

/** Opens books. */
public sealed interface Shelf {
  /** In files of one gate. */
  record InFolder(Path folder) implements Shelf {
    @Override
    public Transactions open(Book book) throws IOException {
      return book.open(folder.resolve(book.name() + ".db"));
    }

    @Override
    public boolean isShared() {
      return false;
    }
  }

  /**
   * On a server, for as many gates as there are.
   *
   * @param reach shared by all books, so that a server that is away is waited for once
   */
  record OnServer(PostgresUrl url, Reach reach) implements Shelf {
    @Override
    public Transactions open(Book book) throws IOException {
      return ServerBook.open(
          PostgresDatabase.of(url, book.name(), reach),
          new ServerBook.Tables(url, book.onServer(), book.steps().size()));
    }

    @Override
    public boolean isShared() {
      return true;
    }
  }

  /**
   * Opens a book, or begins it. A server may be out of reach: then its transactions fail until it
   * is there.
   *
   * @throws IOException if the book cannot be opened or is a newer one, or the server refuses
   */
  Transactions open(Book book) throws IOException;

  /** Whether other gates have the same books. */
  boolean isShared();
}
