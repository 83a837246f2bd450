package pannier.simulator.assortment;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import pannier.simulator.art.Colour;
import pannier.simulator.art.Livery;
import pannier.simulator.art.Livery.Brand;
import pannier.simulator.art.Livery.Palette;
import pannier.simulator.art.Livery.Pattern;
import pannier.simulator.art.Livery.Words;
import pannier.simulator.assortment.Kind.Flavour;
import pannier.simulator.assortment.Kind.Size;
import pannier.simulator.body.Bag;
import pannier.simulator.body.Body;
import pannier.simulator.body.Box;
import pannier.simulator.body.Turned;

/**
 * What one brand makes of one kind: packs that differ in flavour or size only.
 *
 * @param accented whether flavours also change the pattern's colour, not only the small mark
 */
record Family(Kind kind, Brand brand, Design design, boolean accented) {

  private static final List<Pattern> PATTERNS = List.of(Pattern.values());

  /** What all its packs share. */
  record Design(Colour ground, Colour accent, Colour lid, Pattern pattern) {}

  /** One member: which flavour in which size. */
  record Member(Flavour flavour, Size size) {}

  static Family of(Kind kind, Brand brand, RandomGenerator random) {
    double hue = random.nextDouble();
    boolean pale = random.nextInt(5) < 3;
    Colour ground =
        pale ? Colours.ofHsv(hue, 0.1 + 0.2 * random.nextDouble(), 0.95) : deep(hue, random);
    Colour accent = Colours.ofHsv(hue + 0.1 + 0.5 * random.nextDouble(), 0.7, 0.75);
    Pattern pattern = PATTERNS.get(random.nextInt(PATTERNS.size()));
    Design design = new Design(ground, accent, Colours.ofHsv(hue, 0.5, 0.7), pattern);
    return new Family(kind, brand, design, random.nextBoolean());
  }

  private static Colour deep(double hue, RandomGenerator random) {
    return Colours.ofHsv(hue, 0.65 + 0.3 * random.nextDouble(), 0.45 + 0.45 * random.nextDouble());
  }

  /** Its members in the order in which the shop takes them: flavours of a size, then the next. */
  List<Member> members() {
    List<Member> members = new ArrayList<>();
    for (Size size : kind.sizes()) {
      for (Flavour flavour : kind.flavours()) {
        members.add(new Member(flavour, size));
      }
    }
    return members;
  }

  Livery livery(Member member) {
    Colour mark = Colour.of(member.flavour.markRgb());
    Colour accent = accented ? design.accent.towards(mark, 0.7) : design.accent;
    return new Livery(
        brand,
        new Words(kind.name(), member.flavour.word(), member.size.label()),
        new Palette(design.ground, accent, mark, design.lid, Colour.of(kind.pack().materialRgb())),
        design.pattern,
        kind.pack().picture());
  }

  Body body(Member member) {
    Kind.Dimensions d = member.size.dimensions();
    double radius = d.widthMetres() / 2;
    return switch (kind.pack().shape()) {
      case CARTON -> new Box(d.widthMetres(), d.depthMetres(), d.heightMetres(), 0);
      case GABLED ->
          new Box(d.widthMetres(), d.depthMetres(), d.heightMetres(), d.widthMetres() / 2);
      case CAN -> new Turned(Turned.Kind.CAN, radius, d.heightMetres());
      case JAR -> new Turned(Turned.Kind.JAR, radius, d.heightMetres());
      case BOTTLE -> new Turned(Turned.Kind.BOTTLE, radius, d.heightMetres());
      case FRUIT -> new Turned(Turned.Kind.FRUIT, radius, d.heightMetres());
      case BAG -> new Bag(d.widthMetres(), d.depthMetres(), d.heightMetres());
    };
  }
}
