package pannier.hal;

/** The status lamp. */
public interface Lamp extends Device {
  /** Shows a colour until the next call. An absent lamp ignores it. */
  void show(Colour colour);

  /** What the lamp can show. */
  enum Colour {
    OFF,
    GREEN,
    AMBER,
    RED,
    BLUE
  }
}
