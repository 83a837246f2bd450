package pannier.simulator.assortment;

import java.util.List;
import java.util.stream.IntStream;
import pannier.simulator.art.Colour;
import pannier.simulator.art.Livery.Brand;
import pannier.simulator.art.Livery.Face;

/** Thirty invented brands. */
final class Brands {
  private static final List<String> NAMES =
      List.of(
          "ALMA", "Sole", "NORDVIK", "Terra", "KRAX", "Kaffa", "mira", "PURO", "Lumo", "BERGA",
          "Fjell", "Oliva", "TINTO", "Rosa", "VITAL", "Campo", "HAFEN", "Luca", "Dolce", "GRANO",
          "Moor", "PIXEL", "Sonne", "Quinta", "ARVO", "Bella", "KORN", "Nube", "OSTRA", "Wald");

  private static final List<Face> FACES = List.of(Face.values());

  private Brands() {}

  static List<Brand> all() {
    return IntStream.range(0, NAMES.size()).mapToObj(Brands::brand).toList();
  }

  /** Inks and plates go round the colour wheel by the golden angle, so that neighbours differ. */
  private static Brand brand(int index) {
    double hue = index * 0.381966 % 1;
    Colour dark = Colours.ofHsv(hue, 0.75, 0.45);
    Colour pale = index % 3 == 0 ? Colour.WHITE : Colours.ofHsv(hue + 0.45, 0.25, 0.98);
    Face face = FACES.get(index % FACES.size());
    boolean inverse = index % 4 == 1;
    return new Brand(NAMES.get(index), inverse ? pale : dark, inverse ? dark : pale, face);
  }
}
