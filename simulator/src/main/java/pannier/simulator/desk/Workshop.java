package pannier.simulator.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import pannier.app.gate.GateSettlements;
import pannier.app.gate.StaffLine;
import pannier.app.loop.Settlements;
import pannier.app.screen.ProductPictures;
import pannier.app.screen.ShopperScreen;
import pannier.domain.trip.Input;
import pannier.simulator.desk.gate.GateRoom;
import pannier.simulator.desk.play.AtCart;
import pannier.simulator.desk.play.Devices;
import pannier.simulator.desk.play.Home;
import pannier.simulator.desk.play.Play;
import pannier.simulator.desk.play.RecordedPlay;
import pannier.simulator.desk.play.Save;
import pannier.simulator.desk.play.Shopping;
import pannier.simulator.desk.play.SimulatedPlay;
import pannier.simulator.desk.run.Desk;
import pannier.simulator.desk.shelf.PackPictures;
import pannier.simulator.desk.tell.CartScreen;
import pannier.simulator.desk.tell.Teller;
import pannier.simulator.enrolment.EnrolledShop;
import pannier.simulator.scale.Converter;
import pannier.simulator.world.CameraSpec;
import pannier.simulator.world.WorldSpec;
import pannier.vision.codes.PrintedCodes;
import pannier.vision.embed.Embedder;
import pannier.vision.embed.EmbeddingModel;
import pannier.vision.recognise.ProductRecogniser;
import pannier.web.Routes;
import pannier.wire.Receipt;

/**
 * The shop with its gate, and the trips in it: opens new ones, loads recorded ones, saves the one
 * that is played. Safe for use by many threads.
 */
final class Workshop implements AutoCloseable {
  private final Folders folders;
  private volatile Optional<Task> task = Optional.empty();
  private final Teller teller = new Teller(this::more);
  private volatile String phonePage = "";
  private final CartScreen cartScreen = new CartScreen(this::mount, () -> phonePage);
  private final Desk desk = Desk.start(List.of(teller, cartScreen));
  private volatile Consumer<ShopperScreen> mounted = screen -> {};
  private volatile @Nullable Open open;
  private volatile @Nullable Play play;
  private @Nullable ShopperScreen shown;
  private long seed;
  private int trips;

  /**
   * Where its files lie.
   *
   * @param data of journals, outboxes and the ledger
   * @param recordings that trips are saved in
   */
  record Folders(Path data, Path recordings) {}

  /** The shop, once it is open. */
  private record Open(
      EnrolledShop shop, ProductRecogniser recogniser, GateRoom gate, ProductPictures pictures) {
    Shopping shopping() {
      return new Shopping(shop.catalogue(), recogniser, recogniser.modelDigest(), pictures);
    }
  }

  Workshop(Folders folders, long seed) {
    this.folders = folders;
    this.seed = seed;
  }

  Teller teller() {
    return teller;
  }

  Desk desk() {
    return desk;
  }

  /**
   * Where the shopper's screen is put. To be said before a trip begins.
   *
   * @param phones where phones get receipts
   */
  void mountAt(Consumer<ShopperScreen> place, String phones) {
    phonePage = phones;
    mounted = place;
  }

  private void mount(ShopperScreen screen) {
    shown = screen;
    mounted.accept(screen);
  }

  /** Switches the gate off or on, and its staff console with it. Within the desk's thread. */
  void switchGate(boolean on) throws IOException {
    GateRoom gate = gate();
    if (on) {
      gate.start();
    } else {
      gate.stop();
    }
    ShopperScreen screen = shown;
    if (screen != null) {
      mounted.accept(screen);
    }
  }

  /** Adds the staff console's pages, while there is a gate. */
  void addStaffTo(Routes routes) {
    Open now = open;
    if (now != null) {
      now.gate.addStaffTo(routes);
    }
  }

  /** The first sign-in at the staff console; empty before the shop is open. */
  String firstPassword() {
    Open now = open;
    return now == null ? "" : now.gate.firstPassword();
  }

  Optional<Play> play() {
    return Optional.ofNullable(play);
  }

  /** Tells people what takes a while. */
  void begin(String what) {
    progress(what, 0, 1);
  }

  void progress(String what, long done, long of) {
    task = Optional.of(new Task(what, done, of, ""));
    if (play == null) {
      ObjectNode waiting = JsonNodeFactory.instance.objectNode();
      more(waiting);
      teller.feed().publish(waiting.toString());
    }
  }

  private void end(String what, String note) {
    task = note.isEmpty() ? Optional.empty() : Optional.of(new Task(what, 1, 1, note));
    if (play == null) {
      progress(note.isEmpty() ? what : note, 1, 1);
    }
  }

  private void more(ObjectNode to) {
    task.ifPresent(now -> now.json(to.putObject("task")));
    Open now = open;
    if (now != null) {
      ObjectNode gate = to.putObject("gate");
      gate.put("on", now.gate.isOn()).put("network", !now.gate.networkIsCut());
    }
  }

  /** Opens the shop and its gate, and begins a first trip. */
  void open(EnrolledShop shop) throws IOException {
    GateRoom gate = GateRoom.open(folders.data.resolve("gate"), shop.catalogue());
    ProductRecogniser recogniser =
        new ProductRecogniser(
            Embedder.open(EmbeddingModel.bundled()),
            shop.gallery(),
            PrintedCodes.of(shop.catalogue()));
    open = new Open(shop, recogniser, gate, new PackPictures(shop.articles()));
    begin();
    end("", "");
  }

  private Open opened() throws IOException {
    Open now = open;
    if (now == null) {
      throw new IOException("the shop is not open yet");
    }
    return now;
  }

  GateRoom gate() throws IOException {
    return opened().gate;
  }

  /** A new shopper with an empty cart, in another world than the last one. */
  SimulatedPlay begin() throws IOException {
    Open now = opened();
    SimulatedPlay begun =
        desk.call(
            () -> {
              Path data = Files.createDirectories(folders.data.resolve("trip-" + ++trips));
              WorldSpec world = spec(now, seed++);
              AtCart at =
                  AtCart.open(
                      data, now.shop.catalogue(), now.gate.disputes(data), Devices.rims(world));
              SimulatedPlay next =
                  SimulatedPlay.start(world, now.shopping(), new CartHome(data, now.gate, at));
              next.touch(new Input.Start("sim-" + UUID.randomUUID()));
              desk.play(next);
              return next;
            });
    play = begun;
    return begun;
  }

  /** A cart's disk, and its way to the gate. Used by the desk's thread. */
  private static final class CartHome implements Home {
    private final Path data;
    private final GateRoom gate;
    private final AtCart atCart;
    private @Nullable GateSettlements settlements;

    CartHome(Path data, GateRoom gate, AtCart atCart) {
      this.data = data;
      this.gate = gate;
      this.atCart = atCart;
    }

    @Override
    public Optional<AtCart> atCart() {
      return Optional.of(atCart);
    }

    @Override
    public Path journalFile() {
      return data.resolve("journal.db");
    }

    @Override
    public Settlements openSettlements() throws IOException {
      GateSettlements opened = gate.settlements(data);
      settlements = opened;
      return opened;
    }

    @Override
    public Optional<StaffLine> openStaffLine() throws IOException {
      return Optional.of(gate.staffLine(data, atCart.wishes()));
    }

    @Override
    public Optional<Receipt> receipt() {
      return Optional.ofNullable(settlements).flatMap(GateSettlements::receipt);
    }
  }

  private static WorldSpec spec(Open open, long seed) {
    List<CameraSpec> cameras = CameraSpec.pairAtFifteenFrames();
    return new WorldSpec(open.shop.articles(), cameras, Converter.HX711_10_KG, seed);
  }

  /** Loads a recorded trip; it is played as soon as its photos are enrolled. */
  void load(Path folder) {
    aside(
        "loading " + folder.getFileName(),
        what -> {
          RecordedPlay recorded =
              RecordedPlay.open(
                  folder, (done, of) -> progress(what + ": enrolling photo", done, of));
          desk.call(
              () -> {
                desk.play(recorded);
                return recorded;
              });
          play = recorded;
          return "";
        });
  }

  /** Saves what was played so far into a folder of its own. */
  void save(SimulatedPlay simulated) throws IOException {
    Open now = opened();
    Save save = desk.call(simulated::save);
    Path folder = Files.createDirectories(folders.recordings).resolve(name(simulated));
    aside(
        "saving",
        what -> {
          save.write(
              folder,
              now.shop.gallery(),
              (nanos, of) -> progress("saving", nanos / 1_000_000, of / 1_000_000));
          return "saved in " + folder;
        });
  }

  private String name(SimulatedPlay simulated) throws IOException {
    String base = simulated.name().replace(' ', '-');
    int number = 1;
    while (Files.exists(folders.recordings.resolve(base + "-" + number))) {
      number++;
    }
    return base + "-" + number;
  }

  /** Takes a while; gives the note at its end. */
  @FunctionalInterface
  private interface Work {
    String run(String what) throws IOException;
  }

  private void aside(String what, Work work) {
    begin(what);
    Thread.ofPlatform()
        .name(what)
        .daemon()
        .start(
            () -> {
              try {
                end(what, work.run(what));
              } catch (IOException e) {
                end(what, String.valueOf(e.getMessage()));
              } catch (RuntimeException e) {
                Logger.error(e, "{}", what);
                end(what, what + ": " + e);
              }
            });
  }

  @Override
  public void close() {
    desk.close();
    Open now = open;
    if (now != null) {
      now.recogniser.close();
      now.gate.close();
    }
    cartScreen.close();
    teller.feed().close();
  }
}
