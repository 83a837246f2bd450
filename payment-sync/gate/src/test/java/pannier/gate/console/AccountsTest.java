package pannier.gate.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AccountsTest {
  private static final String PASSWORD = "correct horse";

  private Instant now = Instant.parse("2026-01-01T08:00:00Z");
  private StaffBook book;
  private Accounts accounts;

  @TempDir private Path folder;

  @BeforeEach
  void open() throws IOException {
    book = StaffBook.open(folder.resolve("staff.db"));
    accounts = new Accounts(book, () -> now, new Passwords(new SecureRandom(), 1_000));
    accounts.put("Ada", Role.MANAGER, PASSWORD);
  }

  @AfterEach
  void close() {
    book.close();
  }

  @Test
  void ownPasswordSignsInAndNoOther() throws IOException {
    assertEquals(Role.MANAGER, accounts.signIn("Ada", PASSWORD).orElseThrow().role());
    assertEquals(Optional.empty(), accounts.signIn("Ada", "correct horses"));
    assertEquals(Optional.empty(), accounts.signIn("Bob", PASSWORD));
  }

  @Test
  void fiveWrongPasswordsLockAlsoForTheRightOne() throws IOException {
    fail(5);
    assertEquals(Optional.empty(), accounts.signIn("Ada", PASSWORD));
    assertTrue(accounts.list().getFirst().locked());
    now = now.plus(Duration.ofMinutes(16));
    assertTrue(accounts.signIn("Ada", PASSWORD).isPresent());
  }

  @Test
  void rightPasswordStartsTheCountAnew() throws IOException {
    fail(4);
    accounts.signIn("Ada", PASSWORD);
    fail(4);
    assertTrue(accounts.signIn("Ada", PASSWORD).isPresent());
  }

  @Test
  void lockOutlivesARestart() throws IOException {
    fail(5);
    book.close();
    reopen();
    assertEquals(Optional.empty(), accounts.signIn("Ada", PASSWORD));
  }

  @Test
  void firstAccountIsMadeOnceOnly() throws IOException {
    assertEquals(Optional.empty(), accounts.first("manager"));
    try (StaffBook empty = StaffBook.open(folder.resolve("empty.db"))) {
      Accounts fresh = new Accounts(empty, () -> now, new Passwords(new SecureRandom(), 1_000));
      String password = fresh.first("manager").orElseThrow();
      assertTrue(fresh.signIn("manager", password).isPresent());
      assertEquals(Optional.empty(), fresh.first("manager"));
    }
  }

  @Test
  void passwordIsNowhereInTheFile() throws IOException {
    book.close();
    String file = Files.readString(folder.resolve("staff.db"), StandardCharsets.ISO_8859_1);
    assertFalse(file.contains(PASSWORD));
    reopen();
  }

  @Test
  void shortPasswordIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> accounts.put("Bob", Role.ATTENDANT, "short"));
  }

  private void reopen() throws IOException {
    book = StaffBook.open(folder.resolve("staff.db"));
    accounts = new Accounts(book, () -> now, new Passwords(new SecureRandom(), 1_000));
  }

  private void fail(int times) throws IOException {
    for (int i = 0; i < times; i++) {
      assertEquals(Optional.empty(), accounts.signIn("Ada", "wrong " + i));
    }
  }
}
