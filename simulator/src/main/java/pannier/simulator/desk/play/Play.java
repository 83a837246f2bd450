package pannier.simulator.desk.play;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import pannier.app.screen.Exhibits;
import pannier.app.screen.ProductPictures;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.trip.CartState;
import pannier.domain.trip.Input;
import pannier.simulator.desk.eye.ShownCamera;
import pannier.wire.Receipt;

/** A trip that is played tick by tick, by one thread. */
public sealed interface Play extends AutoCloseable permits SimulatedPlay, RecordedPlay {
  /** What it is, for people. */
  String name();

  Catalogue catalogue();

  /** The cart's cameras, by index. */
  List<ShownCamera> cameras();

  /** What the shop's products look like. */
  ProductPictures pictures();

  /** What the cart's own screen can show besides words. */
  default Exhibits exhibits() {
    return Exhibits.of(pictures());
  }

  /** What the gate gave for the last bill that it settled. */
  Optional<Receipt> receipt();

  /** Now, on the trip's clock. */
  long nanos();

  /** Whether nothing more can happen. */
  boolean over();

  /** What the cart knows; empty while it is switched off. */
  Optional<CartState> state();

  /**
   * Lets one tick pass.
   *
   * @return what the cart made of it; empty while it is switched off
   * @throws IOException if a recording is broken, or the journal cannot be written
   */
  Optional<Moment> tick() throws IOException;

  /** What a person does on the cart's screen; the next tick takes it. */
  void touch(Input input);

  @Override
  void close();
}
