package pannier.simulator.load.fleet;

/**
 * What a bad network does to datagrams, each way.
 *
 * @param loss share that is lost
 * @param twice share that comes twice
 * @param late share that is held up for up to a tenth of a second, and so comes after others
 */
public record Weather(double loss, double twice, double late) {
  /** What Pannier's tortures have: 30 %, 10 % and 10 %. */
  public static final Weather BAD = new Weather(0.3, 0.1, 0.1);

  /** Only losses. */
  public static Weather losing(double loss) {
    return new Weather(loss, 0, 0);
  }
}
