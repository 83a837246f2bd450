package pannier.simulator.torture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import pannier.domain.catalogue.Catalogue;
import pannier.gate.ledger.LedgerReport;
import pannier.gate.provider.SandboxProvider;
import pannier.simulator.assortment.Assortment;
import pannier.simulator.load.book.Books;
import pannier.simulator.load.book.Held;
import pannier.simulator.shop.Article;
import pannier.simulator.shop.ShopFiles;

/** Carts, two gates on one ledger, and what goes wrong between them, on stepped time. */
final class Torture {
  private static final int CARTS = 40;
  private static final int PRODUCTS = 30;
  private static final long STEP_NANOS = 250_000_000L;

  private final Path folder;
  private final long seed;
  private final Catalogue catalogue;
  private final Misfortune misfortune;
  private final List<String> openings = new ArrayList<>();

  /**
   * @param folder of all files; best in memory, as what is synced is simulated, too
   */
  Torture(Path folder, long seed) {
    this.folder = folder;
    this.seed = seed;
    this.catalogue =
        new Catalogue(
            ShopFiles.EURO, Assortment.of(PRODUCTS).stream().map(Article::product).toList());
    this.misfortune = new Misfortune(new SplittableRandom(seed), Misfortune.Rates.USUAL);
  }

  /** Told how many trips are paid. */
  @FunctionalInterface
  interface Progress {
    void at(int paid);
  }

  /**
   * What came of it.
   *
   * @param paid trips that carts hold a receipt of
   * @param attempts of all trips
   * @param crashes how often where
   */
  record Outcome(
      int paid, int attempts, Books.Faults faults, int openings, Map<String, Integer> crashes) {}

  /** Goes on until {@code trips} are paid, then lets everything come to its end. */
  Outcome run(int trips, Progress progress) throws IOException, InterruptedException {
    SplittableRandom random = new SplittableRandom(seed + 1);
    Path ledgerFile = folder.resolve("ledger.db");
    Path bookFile = folder.resolve("sandbox.db");
    try (SandboxProvider provider = SandboxProvider.open(bookFile)) {
      List<TorturedGate> gates = new ArrayList<>();
      for (int gate = 0; gate < 2; gate++) {
        gates.add(new TorturedGate(ledgerFile, provider, catalogue, openings, misfortune));
      }
      List<TorturedCart> carts = new ArrayList<>();
      for (int cart = 0; cart < CARTS; cart++) {
        carts.add(cart("cart-" + cart, gates, random));
      }
      play(trips, gates, carts, progress);
      List<Held> held = carts.stream().flatMap(cart -> cart.held().stream()).toList();
      carts.forEach(TorturedCart::close);
      gates.forEach(TorturedGate::close);
      return compare(held, ledgerFile, bookFile);
    }
  }

  private TorturedCart cart(String cartId, List<TorturedGate> gates, SplittableRandom random) {
    TorturedLink link = new TorturedLink(cartId, gates, misfortune, random.split());
    TorturedCart.Setting setting =
        new TorturedCart.Setting(cartId, folder.resolve(cartId + ".db"), catalogue);
    return new TorturedCart(setting, link, misfortune, random.split());
  }

  private void play(
      int trips, List<TorturedGate> gates, List<TorturedCart> carts, Progress progress)
      throws IOException, InterruptedException {
    int paid = 0;
    boolean goesOn = true;
    for (long nanos = 0; goesOn; nanos += STEP_NANOS) {
      boolean begins = paid < trips;
      if (!begins) {
        misfortune.end();
      }
      for (TorturedGate gate : gates) {
        gate.advanceTo(nanos);
        gate.work();
      }
      for (TorturedCart cart : carts) {
        paid += cart.advanceTo(nanos, begins);
      }
      progress.at(paid);
      goesOn = begins || carts.stream().anyMatch(cart -> !cart.idle());
    }
  }

  private Outcome compare(List<Held> held, Path ledgerFile, Path bookFile) throws IOException {
    try (LedgerReport ledger = LedgerReport.open(ledgerFile);
        SandboxProvider provider = SandboxProvider.open(bookFile)) {
      Books books = Books.read(ledger, provider, openings, "");
      int paid = (int) held.stream().filter(it -> it.receipt().isPresent()).count();
      return new Outcome(
          paid, held.size(), books.compare(held), openings.size(), misfortune.crashes());
    }
  }
}
