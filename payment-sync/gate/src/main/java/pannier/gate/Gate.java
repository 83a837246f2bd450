package pannier.gate;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tinylog.Logger;
import pannier.domain.catalogue.Catalogue;
import pannier.gate.checkpoint.BasketMove;
import pannier.gate.checkpoint.CheckpointBook;
import pannier.gate.checkpoint.CheckpointDesk;
import pannier.gate.coap.CartKeys;
import pannier.gate.coap.GateServer;
import pannier.gate.document.GalleryFolder;
import pannier.gate.document.Librarian;
import pannier.gate.document.Library;
import pannier.gate.document.ReleaseFolder;
import pannier.gate.fleet.Fleet;
import pannier.gate.fleet.Heard;
import pannier.gate.fleet.Stages;
import pannier.gate.fleet.StatusDesk;
import pannier.gate.mass.MassBook;
import pannier.gate.mass.MassDesk;
import pannier.gate.pairing.Doorkeeper;
import pannier.gate.proof.DisputeDesk;
import pannier.gate.settlement.Captures;
import pannier.gate.settlement.GateParts;
import pannier.gate.settlement.Settlements;
import pannier.pricing.checkout.StoreRules;
import pannier.wire.DocumentName;

/** A running gate. It owns its parts and closes them. */
public final class Gate implements AutoCloseable {
  private final GateParts parts;
  private final Settlements settlements;
  private final Captures captures;
  private final GateServer server;
  private final Fleet fleet;
  private final Doorkeeper keeper;

  private final Optional<Librarian> librarian;

  private Gate(
      GateParts parts,
      GateServer.Desks desks,
      GateServer server,
      Doorkeeper keeper,
      Optional<Librarian> librarian) {
    this.librarian = librarian;
    this.keeper = keeper;
    this.parts = parts;
    this.settlements = desks.settlements();
    this.captures = desks.captures();
    this.server = server;
    this.fleet = desks.status().fleet();
  }

  /**
   * What carts fetch besides prices.
   *
   * @param gallery the folder of {@code PRODUCT/*.jpg} that carts enrol; empty: they have their own
   * @param release the folder of a version of their program; empty: none is offered
   */
  public record Folders(Optional<Path> gallery, Optional<Path> release) {
    public static final Folders NONE = new Folders(Optional.empty(), Optional.empty());
  }

  /**
   * What a gate may do besides.
   *
   * @param others who else listens to what carts say, given the fleet by which they can answer
   * @param disputes takes them from carts; empty: they are not taken
   * @param checkpoints takes baskets from carts, and gives those that were moved; empty: nobody
   *     does
   * @param masses takes what carts weighed, and learns from it; empty: nobody does
   * @param folders what carts fetch besides
   */
  public record Extras(
      Function<Fleet, Heard> others,
      Optional<DisputeDesk> disputes,
      Optional<CheckpointBook> checkpoints,
      Optional<MassBook> masses,
      Folders folders) {
    public static final Extras NONE = new Extras(fleet -> Heard.NOBODY, Optional.empty());

    /** Without checkpoints and folders. */
    public Extras(Function<Fleet, Heard> others, Optional<DisputeDesk> disputes) {
      this(others, disputes, Optional.empty(), Optional.empty(), Folders.NONE);
    }

    /** Disputes, baskets and what was weighed, and nobody else who listens. */
    public static Extras of(DisputeDesk disputes, CheckpointBook checkpoints, MassBook masses) {
      return new Extras(
          fleet -> Heard.NOBODY,
          Optional.of(disputes),
          Optional.of(checkpoints),
          Optional.of(masses),
          Folders.NONE);
    }
  }

  /**
   * Decides what the last run left undecided, then listens. While the database is out of reach it
   * listens first, and decides as soon as it can.
   *
   * @param keeper which carts may come in
   * @param readers who may look besides
   * @throws IOException if the ledger fails or the port is taken; {@code parts} and {@code keeper}
   *     are closed then
   */
  public static Gate start(
      GateParts parts, InetSocketAddress address, Doorkeeper keeper, CartKeys readers)
      throws IOException {
    return start(parts, address, keeper, readers, Extras.NONE);
  }

  /**
   * Decides what the last run left undecided, then listens. While the database is out of reach it
   * listens first, and decides as soon as it can.
   *
   * @param keeper which carts may come in
   * @param readers who may look besides
   * @throws IOException if the ledger fails or the port is taken; {@code parts} and {@code keeper}
   *     are closed then
   */
  public static Gate start(
      GateParts parts,
      InetSocketAddress address,
      Doorkeeper keeper,
      CartKeys readers,
      Extras extras)
      throws IOException {
    Settlements settlements = new Settlements(parts);
    CatchUp catchUp = new CatchUp(settlements, keeper.pairing());
    Captures captures = new Captures(parts, catchUp::run);
    try {
      catchUp.tryRecovery();
      captures.wake();
      Fleet fleet = new Fleet(parts.clock());
      Library library = new Library();
      Stages stages = new Stages();
      parts.prices().document().ifPresent(it -> library.offer(DocumentName.PRICE_LIST, it));
      GateServer.Desks desks =
          new GateServer.Desks(
              settlements,
              captures,
              new StatusDesk(fleet, extras.others().apply(fleet), library, stages, parts.clock()),
              extras.disputes(),
              extras.checkpoints().map(CheckpointDesk::new),
              extras.masses().map(it -> new MassDesk(it, parts.clock())));
      GateServer server = GateServer.start(address, keeper, readers, desks);
      catchUp.tryDoor(host(address), server.port());
      Logger.info("gate on port {}, {} carts", server.port(), keeper.carts().list().size());
      Optional<Librarian> librarian = librarian(extras, desks, stages, server);
      return new Gate(parts, desks, server, keeper, librarian);
    } catch (IOException | RuntimeException e) {
      captures.close();
      parts.close();
      keeper.close();
      throw e;
    }
  }

  private static Optional<Librarian> librarian(
      Extras extras, GateServer.Desks desks, Stages stages, GateServer server) throws IOException {
    Library library = desks.status().library();
    List<Librarian.Look> folders = new ArrayList<>();
    desks.masses().ifPresent(it -> folders.add(it.offering(library)));
    extras
        .folders()
        .gallery()
        .ifPresent(it -> folders.add(Librarian.Look.at(new GalleryFolder(it), library)));
    extras
        .folders()
        .release()
        .ifPresent(it -> folders.add(release(new ReleaseFolder(it), library, stages)));
    if (folders.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Librarian(folders, Librarian.LOOK, server::tellAll));
    } catch (IOException e) {
      server.close();
      throw e;
    }
  }

  private static Librarian.Look release(ReleaseFolder folder, Library library, Stages stages) {
    return () -> {
      Optional<ReleaseFolder.Found> found = folder.look();
      found.ifPresent(
          release -> {
            if (release.version().isEmpty()) {
              stages.withdraw();
            } else {
              library.offer(release);
              stages.offer(
                  release.version(),
                  library.digest(DocumentName.RELEASE).orElseThrow(),
                  release.percent());
            }
          });
      return found.isPresent();
    };
  }

  /** Where carts find it: one that listens everywhere goes by its machine's address. */
  private static String host(InetSocketAddress address) throws IOException {
    return address.getAddress().isAnyLocalAddress()
        ? InetAddress.getLocalHost().getHostAddress()
        : address.getAddress().getHostAddress();
  }

  /** The port of its CoAP server on DTLS. */
  public int port() {
    return server.port();
  }

  /** Who may come in: pairing, carts, logins. */
  public Doorkeeper keeper() {
    return keeper;
  }

  /** What its money goes by. */
  public StoreRules rules() {
    return parts.prices().rules();
  }

  /** What it sells. */
  public Catalogue catalogue() {
    return parts.catalogue();
  }

  /**
   * How the baskets of carts that died are moved.
   *
   * @param checkpoints that the gate keeps
   */
  public BasketMove moves(CheckpointBook checkpoints) {
    return new BasketMove(checkpoints, settlements, parts.ledger(), keeper.logins());
  }

  /** The carts that it hears of. */
  public Fleet fleet() {
    return fleet;
  }

  /** Lets settlements at hand finish, then closes everything. */
  @Override
  public void close() {
    librarian.ifPresent(Librarian::close);
    server.close();
    captures.close();
    parts.close();
    keeper.close();
    Logger.info("gate closed");
  }
}
