package pannier.app.sight;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import pannier.app.BadInputException;
import pannier.app.json.JsonPlace;
import pannier.vision.rim.BasketSide;
import pannier.vision.rim.Rim;

/**
 * Reads a camera's {@code rim} (two points [x, y] in fractions of width and height) and {@code
 * basket} (below, above, left or right) from JSON.
 */
public final class RimPlace {
  private RimPlace() {}

  public static Rim read(JsonPlace camera) throws BadInputException {
    JsonPlace line = camera.get("rim");
    List<JsonPlace> ends = line.elements();
    if (ends.size() != 2) {
      throw line.wrong("two points [[x, y], [x, y]]");
    }
    double[] from = point(ends.get(0));
    double[] to = point(ends.get(1));
    if (Arrays.equals(from, to)) {
      throw line.wrong("two different points");
    }
    return new Rim(from[0], from[1], to[0], to[1], side(camera.get("basket")));
  }

  private static double[] point(JsonPlace point) throws BadInputException {
    List<JsonPlace> numbers = point.elements();
    if (numbers.size() != 2) {
      throw point.wrong("a point [x, y] in fractions of width and height");
    }
    return new double[] {numbers.get(0).number(0, 1), numbers.get(1).number(0, 1)};
  }

  private static BasketSide side(JsonPlace side) throws BadInputException {
    for (BasketSide candidate : BasketSide.values()) {
      if (candidate.name().toLowerCase(Locale.ROOT).equals(side.text())) {
        return candidate;
      }
    }
    throw side.wrong("below, above, left or right");
  }
}
