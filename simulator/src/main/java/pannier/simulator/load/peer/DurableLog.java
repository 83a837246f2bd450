package pannier.simulator.load.peer;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import pannier.payment.cart.outbox.Message;

/**
 * One insert into SQLite for each call, durable when it returns (write-ahead log, {@code
 * synchronous=FULL}); calls that wait together share one commit. As little as does the work, and
 * none of the gate's code.
 */
final class DurableLog implements AutoCloseable {
  private static final int MOST_A_COMMIT = 256;

  private final Connection connection;
  private final BlockingQueue<Entry> waiting = new LinkedBlockingQueue<>();
  private final Thread writer;

  private DurableLog(Connection connection) {
    this.connection = connection;
    this.writer = Thread.ofPlatform().daemon().name("log").unstarted(this::run);
  }

  private record Entry(Message body, CompletableFuture<Void> done) {}

  static DurableLog open(Path file) throws IOException {
    try {
      Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA journal_mode = WAL");
        statement.execute("PRAGMA synchronous = FULL");
        statement.execute("CREATE TABLE IF NOT EXISTS entry (id INTEGER PRIMARY KEY, body BLOB)");
      }
      connection.setAutoCommit(false);
      DurableLog log = new DurableLog(connection);
      log.writer.start();
      return log;
    } catch (SQLException e) {
      throw new IOException("%s: %s".formatted(file, e.getMessage()), e);
    }
  }

  void append(Message body) throws IOException {
    Entry entry = new Entry(body, new CompletableFuture<>());
    waiting.add(entry);
    try {
      entry.done.join();
    } catch (CompletionException e) {
      throw new IOException("the log failed", e);
    }
  }

  private void run() {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO entry (body) VALUES (?)")) {
      while (true) {
        List<Entry> batch = new ArrayList<>();
        batch.add(waiting.take());
        waiting.drainTo(batch, MOST_A_COMMIT - 1);
        commit(insert, batch);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void commit(PreparedStatement insert, List<Entry> batch) {
    try {
      for (Entry entry : batch) {
        insert.setBytes(1, entry.body.bytes());
        insert.executeUpdate();
      }
      connection.commit();
      batch.forEach(entry -> entry.done.complete(null));
    } catch (SQLException e) {
      batch.forEach(entry -> entry.done.completeExceptionally(e));
    }
  }

  @Override
  public void close() {
    writer.interrupt();
    try {
      writer.join();
      connection.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
