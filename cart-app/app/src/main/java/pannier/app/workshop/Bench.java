package pannier.app.workshop;

import java.util.List;

/**
 * What the cart's screen shows while staff work at it.
 *
 * @param cameras how many the cart has
 * @param aim of {@link Task#ALIGN}: which camera, its rim and how well it sees
 * @param views of {@link Task#ENROL}
 * @param scale of {@link Task#CALIBRATE}
 */
public record Bench(Task task, int cameras, Aim aim, Views views, ScaleStep scale) {
  /** What is done just now. */
  public enum Task {
    MENU,
    ALIGN,
    ENROL,
    CALIBRATE,
    /** Nothing: the cart is out of use. */
    STOPPED
  }

  /**
   * @param camera from 0
   * @param rim two points in fractions of width and height: x, y, x, y
   * @param light {@code dark}, {@code bright} or {@code good}
   * @param sharp whether edges are crisp
   * @param kept a rim was kept; it holds from the cart's next start
   */
  public record Aim(int camera, List<Double> rim, String light, boolean sharp, boolean kept) {
    static final Aim NONE = new Aim(0, List.of(0.0, 0.5, 1.0, 0.5), "good", true, false);

    public Aim {
      rim = List.copyOf(rim);
    }
  }

  /**
   * @param product its id; empty before one is chosen
   * @param name as shoppers read it
   * @param kept views so far
   * @param advice what to do now: a refusal's name in lower case, or {@code turn}
   * @param enough more views would add little
   * @param done they are kept, and hold from the cart's next start
   */
  public record Views(
      String product, String name, int kept, String advice, boolean enough, boolean done) {
    static final Views NONE = new Views("", "", 0, "turn", false, false);
  }

  /**
   * @param fitted whether there is a scale to calibrate
   * @param step its name in lower case; empty before it began
   * @param place of the step, from 1
   * @param state {@code place}, {@code weighing}, {@code again}, {@code done} or {@code refused}
   * @param errorGrams how well it repeats, once done
   */
  public record ScaleStep(boolean fitted, String step, int place, String state, double errorGrams) {
    /** Whether it ended, well or not. */
    boolean isOver() {
      return state.equals("done") || state.equals("refused");
    }

    static ScaleStep idle(boolean fitted) {
      return new ScaleStep(fitted, "", 0, "place", 0);
    }
  }
}
