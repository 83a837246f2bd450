package pannier.gate.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import pannier.gate.sql.Transactions;

/** A whole ledger in a file, and back, from either kind of database into either kind. */
public final class LedgerBackup {
  private LedgerBackup() {}

  /**
   * Writes a ledger as it is at one moment, also while gates use it. The file is whole and on the
   * disk when this returns, or is not there.
   *
   * @return how many rows
   */
  public static int write(LedgerPlace place, Path to) throws IOException {
    Path whole = to.toAbsolutePath();
    Path draft = whole.resolveSibling(whole.getFileName() + ".new");
    int rows;
    try (Transactions database = place.database();
        Writer out = Files.newBufferedWriter(draft, StandardCharsets.UTF_8)) {
      rows = LedgerArchive.write(database, out);
    }
    try (FileChannel written = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      written.force(true);
    }
    Files.move(draft, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return rows;
  }

  /**
   * Fills an empty ledger, wholly or not at all.
   *
   * @return how many rows
   * @throws IOException too if the ledger is not empty, or the file is no backup
   */
  public static int restore(LedgerPlace place, Path from) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(from, StandardCharsets.UTF_8);
        Transactions database = place.database()) {
      return LedgerArchive.read(database, in, from.toString());
    }
  }
}
