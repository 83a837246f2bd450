package pannier.app.workshop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.ProductId;
import pannier.domain.catalogue.SaleUnit;
import pannier.domain.mass.Mass;
import pannier.domain.mass.MassSpread;
import pannier.domain.money.Money;
import pannier.hal.Frame;
import pannier.vision.opencv.OpenCv;
import pannier.vision.rim.BasketSide;
import pannier.vision.rim.Rim;

class WorkshopTest {
  private static final Rim RIM = new Rim(0, 0.5, 1, 0.5, BasketSide.BELOW);
  private static final int WIDTH = 320;
  private static final int HEIGHT = 240;

  private static final Product TEA =
      new Product(
          new ProductId("tea"),
          "Black tea",
          SaleUnit.PIECE,
          new Money(249, Currency.getInstance("EUR")),
          new MassSpread(Mass.ofGrams(250), 2),
          List.of());

  private Instant now = Instant.EPOCH;
  private long nanos;

  @TempDir Path data;

  @BeforeAll
  static void openCv() throws Exception {
    OpenCv.load();
  }

  @Test
  void nobodySeesOrDoesAnythingUntilStaffCome() throws Exception {
    try (Workshop workshop = workshop()) {
      workshop.align(0);
      look(workshop, 120);
      workshop.enrol(TEA);
      assertFalse(workshop.isOpen());
      assertEquals(Optional.empty(), workshop.bench());
      assertEquals(Optional.empty(), workshop.picture());
    }
  }

  @Test
  void picturesAreMadeOnlyWhileSomebodyLooks() {
    try (Workshop workshop = workshop()) {
      workshop.open("Ann");
      look(workshop, 120);
      assertEquals(Optional.empty(), workshop.picture());
      workshop.align(0);
      look(workshop, 120);
      byte[] jpeg = workshop.picture().orElseThrow();
      assertEquals(0xffd8, ((jpeg[0] & 0xff) << 8) | (jpeg[1] & 0xff));
      workshop.menu();
      assertEquals(Optional.empty(), workshop.picture());
    }
  }

  @Test
  void lightIsToldAsItIs() {
    try (Workshop workshop = workshop()) {
      workshop.open("Ann");
      workshop.align(0);
      look(workshop, 10);
      assertEquals("dark", workshop.bench().orElseThrow().aim().light());
      assertFalse(workshop.bench().orElseThrow().aim().sharp());
      look(workshop, 120);
      assertEquals("good", workshop.bench().orElseThrow().aim().light());
      look(workshop, 250);
      assertEquals("bright", workshop.bench().orElseThrow().aim().light());
    }
  }

  @Test
  void theRimThatStaffDrewHoldsFromTheNextStart() throws Exception {
    Rim drawn = new Rim(0.1, 0.4, 0.9, 0.6, BasketSide.BELOW);
    try (Workshop workshop = workshop()) {
      workshop.open("Ann");
      workshop.align(0);
      workshop.drawn(0.1, 0.4, 0.9, 0.6);
      assertTrue(workshop.bench().orElseThrow().aim().kept());
      assertThrows(
          IllegalArgumentException.class, () -> workshop.drawn(0.5, 0.5, 0.5, 0.5), "no line");
    }
    assertEquals(List.of(drawn), new RimFile(data).orElse(List.of(RIM)));
    assertEquals(List.of(RIM), new RimFile(data.resolve("other")).orElse(List.of(RIM)));
  }

  @Test
  void aProductThatIsTurnedBecomesPhotosOfIt() throws Exception {
    try (Workshop workshop = workshop()) {
      workshop.open("Ann");
      workshop.enrol(TEA);
      for (int i = 0; i < 12; i++) {
        look(workshop, turned(i));
      }
      Bench.Views views = workshop.bench().orElseThrow().views();
      assertEquals("Black tea", views.name());
      assertTrue(views.kept() > 0, views::toString);
      workshop.keep();
      assertTrue(workshop.bench().orElseThrow().views().done());
    }
    try (Stream<Path> photos = Files.list(data.resolve("shown/tea"))) {
      assertTrue(photos.findAny().isPresent());
    }
  }

  @Test
  void nothingIsKeptOfWhatDoesNotMove() throws Exception {
    try (Workshop workshop = workshop()) {
      workshop.open("Ann");
      workshop.enrol(TEA);
      look(workshop, 120);
      look(workshop, 120);
      assertEquals("nothing_moves", workshop.bench().orElseThrow().views().advice());
      assertThrows(IOException.class, workshop::keep);
    }
  }

  @Test
  void aWorkshopThatWasForgottenClosesByItself() {
    try (Workshop workshop = workshop()) {
      workshop.open("Ann");
      now = now.plusSeconds(599);
      assertTrue(workshop.isOpen());
      now = now.plusSeconds(2);
      assertFalse(workshop.isOpen());
      assertEquals(Optional.empty(), workshop.bench());
    }
  }

  @Test
  void aCartThatIsOutOfUseStaysSoUntilStaffGiveItBack() {
    try (Workshop workshop = workshop()) {
      workshop.use("Ann", false);
      now = now.plusSeconds(100_000);
      assertEquals(Bench.Task.STOPPED, workshop.bench().orElseThrow().task());
      workshop.left();
      workshop.align(0);
      assertEquals(Bench.Task.STOPPED, workshop.bench().orElseThrow().task(), "no way out of it");
    }
    try (Workshop restarted = workshop()) {
      assertEquals(Bench.Task.STOPPED, restarted.bench().orElseThrow().task());
      restarted.use("Bob", true);
      assertFalse(restarted.isOpen());
      assertEquals(
          new Workshop.Outcome("Bob", false, 1, "returned"),
          restarted.outcome(),
          "for the console");
    }
    try (Workshop again = workshop()) {
      assertFalse(again.isOpen());
    }
  }

  @Test
  void whatCameOfItIsToldOnce() throws Exception {
    try (Workshop workshop = workshop()) {
      assertEquals(new Workshop.Outcome("", false, 0, ""), workshop.outcome());
      workshop.open("Ann");
      workshop.align(0);
      workshop.drawn(0.1, 0.4, 0.9, 0.6);
      assertEquals(new Workshop.Outcome("Ann", true, 1, "rim 1"), workshop.outcome());
      assertEquals(1, workshop.outcome().results());
      workshop.left();
      assertEquals(new Workshop.Outcome("Ann", false, 1, "rim 1"), workshop.outcome());
    }
  }

  private Workshop workshop() {
    return new Workshop(new Workshop.Place(data, List.of(RIM), Optional.empty()), () -> now);
  }

  /** An even grey. */
  private void look(Workshop workshop, int level) {
    byte[] pixels = new byte[3 * WIDTH * HEIGHT];
    Arrays.fill(pixels, (byte) level);
    look(workshop, pixels);
  }

  /** Another side of a box with print on it, at another place. */
  private static byte[] turned(int side) {
    byte[] pixels = new byte[3 * WIDTH * HEIGHT];
    Arrays.fill(pixels, (byte) 90);
    Random print = new Random(side);
    int left = 40 + 12 * (side % 8);
    for (int cell = 0; cell < 14 * 14; cell++) {
      byte[] ink = {
        (byte) (80 + print.nextInt(160)), (byte) print.nextInt(200), (byte) print.nextInt(90)
      };
      for (int y = 0; y < 12; y++) {
        for (int x = 0; x < 12; x++) {
          int row = 30 + 12 * (cell / 14) + y;
          int column = left + 12 * (cell % 14) + x;
          System.arraycopy(ink, 0, pixels, 3 * (row * WIDTH + column), 3);
        }
      }
    }
    return pixels;
  }

  private void look(Workshop workshop, byte[] pixels) {
    nanos += 200_000_000;
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment memory = arena.allocate(pixels.length);
      MemorySegment.copy(pixels, 0, memory, ValueLayout.JAVA_BYTE, 0, pixels.length);
      workshop.look(0, new Frame(nanos, WIDTH, HEIGHT, 3 * WIDTH, memory));
    }
  }
}
