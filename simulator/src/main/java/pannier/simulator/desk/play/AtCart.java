package pannier.simulator.desk.play;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import pannier.app.live.StaffWishes;
import pannier.app.proof.KeptProofs;
import pannier.app.proof.ProofBook;
import pannier.app.proof.Witness;
import pannier.app.screen.Exhibits;
import pannier.app.screen.ProductPictures;
import pannier.app.workshop.Workshop;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.trip.CartCore;
import pannier.hal.Frame;
import pannier.payment.cart.GateConnection;
import pannier.vision.rim.Rim;
import pannier.wire.CartStatus;

/**
 * What a cart has besides its program: it keeps what disputes and spot checks need, and staff work
 * at it while it is free. Used by the desk's thread, its parts by the pages.
 */
public final class AtCart implements AutoCloseable {
  /** A full battery lasts for a shift of eight hours. */
  private static final double SHIFT_NANOS = 8 * 3_600e9;

  private static final int SIGNAL_DBM = -55;

  private final ProofBook book;
  private final Witness witness;
  private final KeptProofs proofs;
  private final HelpedCells cells;
  private final Workshop workshop;
  private volatile int chargePercent = 100;

  private AtCart(ProofBook book, Witness witness, KeptProofs proofs, Path data, List<Rim> rims) {
    this.book = book;
    this.witness = witness;
    this.proofs = proofs;
    this.cells = new HelpedCells(data.hashCode());
    this.workshop =
        new Workshop(new Workshop.Place(data, rims, Optional.of(cells)), InstantSource.system());
  }

  /**
   * @param data the cart's folder
   * @param gate its way there, which is taken over
   * @param rims of its cameras
   */
  public static AtCart open(Path data, Catalogue catalogue, GateConnection gate, List<Rim> rims)
      throws IOException {
    ProofBook book = ProofBook.open(data.resolve("proofs.db"), InstantSource.system());
    return new AtCart(
        book,
        new Witness(book, InstantSource.system()),
        new KeptProofs(book, catalogue, gate),
        data,
        rims);
  }

  /** What its screen can show. */
  Exhibits exhibits(ProductPictures products) {
    return new Exhibits(products, proofs, Optional.of(workshop));
  }

  /** What staff order of it, and see of it. */
  public StaffWishes wishes() {
    return new StaffWishes(
        proofs,
        workshop,
        () ->
            Optional.of(
                new CartStatus.Condition(
                    OptionalInt.of(chargePercent), OptionalInt.of(SIGNAL_DBM))));
  }

  void keep(int camera, int sighting, byte[] jpeg) {
    witness.keep(camera, sighting, jpeg);
  }

  void look(int camera, Frame frame) {
    workshop.look(camera, frame);
  }

  void see(long nanos, CartCore.Step step) {
    chargePercent = (int) Math.round(100 * Math.max(0, 1 - nanos / SHIFT_NANOS));
    witness.see(step);
    workshop.bench().ifPresent(bench -> cells.help(bench.scale()));
  }

  @Override
  public void close() {
    workshop.close();
    proofs.close();
    book.close();
  }
}
