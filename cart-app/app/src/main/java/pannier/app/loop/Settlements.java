package pannier.app.loop;

import java.util.List;
import pannier.domain.basket.Bill;
import pannier.domain.trip.Input;

/** The way to the gate, as the tick loop sees it: bills go out, answers come in later. */
public interface Settlements extends AutoCloseable {
  /** Sends a bill; said again with the same trip and attempt it is the same settlement. */
  void submit(Bill bill);

  /** Withdraws a bill that was sent. The gate may have settled it already, and then says so. */
  void cancel(String tripId, int attempt);

  /** Asks whether a code that a shopper's phone showed begins a trip. */
  void logIn(String code);

  /** The gate's answers since the last call. */
  List<Input> drain();

  @Override
  void close();
}
