package pannier.hal;

/** The wheel brake or the lock of the cart. It is free without power, and whenever it is closed. */
public interface Brake extends Device {
  /** Holds the cart, or lets it go, until the next call. An absent brake ignores it. */
  void hold(boolean held);
}
