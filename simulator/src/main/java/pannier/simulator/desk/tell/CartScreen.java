package pannier.simulator.desk.tell;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pannier.app.bill.BillPrices;
import pannier.app.screen.AtGate;
import pannier.app.screen.ShopperScreen;
import pannier.simulator.desk.gate.GateRoom;
import pannier.simulator.desk.play.Moment;
import pannier.simulator.desk.play.Play;
import pannier.simulator.desk.run.Pace;
import pannier.simulator.desk.run.Watcher;

/** Gives each trip the shopper's real screen, and takes what is touched on it to the cart. */
public final class CartScreen implements Watcher, AutoCloseable {
  private final Consumer<ShopperScreen> mount;
  private final Supplier<String> phonePage;
  private final SecureRandom random = new SecureRandom();
  private @Nullable ShopperScreen screen;

  /**
   * @param mount puts another trip's screen in the place of the last one, which is closed then
   * @param phonePage where phones get receipts; empty where they cannot
   */
  public CartScreen(Consumer<ShopperScreen> mount, Supplier<String> phonePage) {
    this.mount = mount;
    this.phonePage = phonePage;
  }

  @Override
  public void begins(Play play) {
    ShopperScreen next =
        new ShopperScreen(
            new BillPrices("", play.catalogue()),
            play.exhibits(),
            new AtGate(play::receipt, phonePage.get(), GateRoom.TENDERS),
            InstantSource.system(),
            random);
    play.state().ifPresent(next::show);
    mount.accept(next);
    close();
    screen = next;
  }

  @Override
  public void ticked(Play play, Moment moment) {
    if (screen != null) {
      screen.show(moment.step());
    }
  }

  @Override
  public void looks(Play play, Pace pace) {
    if (screen != null) {
      screen.drain().forEach(play::touch);
    }
  }

  @Override
  public void fails(Play play, String trouble) {}

  /** Lets its readers go. */
  @Override
  public void close() {
    if (screen != null) {
      screen.close();
    }
  }
}
