package pannier.simulator.assortment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import pannier.simulator.art.Livery.Picture;
import pannier.simulator.assortment.Kind.Dimensions;
import pannier.simulator.assortment.Kind.Flavour;
import pannier.simulator.assortment.Kind.Pack;
import pannier.simulator.assortment.Kind.Shape;
import pannier.simulator.assortment.Kind.Size;

/**
 * Forty kinds of goods. Sizes, gross masses and prices are rounded from packs on a shelf; what a
 * pack weighs beside its content is 4 to 8 % for cartons, cans and plastic, 45 to 80 % for glass.
 */
final class Kinds {
  private static final String DAIRY = "PLAIN F4F4F4, LIGHT 8FC1E3, ORGANIC 5E9732, RICH C8963C";
  private static final String FRUITS =
      "STRAWBERRY B01030, VANILLA E8C872, BLUEBERRY 3D3F8F, PEACH F09A5B, CHERRY 7A0F2A";
  private static final String DRINKS =
      "ORANGE F08A1C, APPLE 8DB600, GRAPE 5B2A6E, MANGO F6A821, CURRANT 8E1024";
  private static final String SPICY =
      "PAPRIKA D4401C, SALT 3A6EA5, CHILLI A81E10, CHEESE F2B632, HERBS 4C8C3F";
  private static final String SAUCES = "BASIL 3F8F3A, GARLIC E6DDBE, HOT B3201B, OLIVE 6B6B2A";
  private static final String TEAS =
      "MINT 2E9E5B, VERBENA 7FA832, GINGER D99A2B, ROSEHIP C2185B, CAMOMILE F2D14B";
  private static final String ROASTS = "MILD C49A6C, STRONG 9B1C1C, DECAF 2B6F9E";
  private static final String CHOCOLATES = "MILK 3C7DC4, DARK 2B1A12, NUTS A9743A, ORANGE F08A1C";
  private static final String CLEANERS = "LEMON F2D21F, LAVENDER 8F7BC4, PINE 2F6B3C, SEA 2F9AC4";
  private static final String PLAIN = "PLAIN D9D2C0, ORGANIC 5E9732";

  private Kinds() {}

  /** Goods in packs of a brand. */
  static List<Kind> packed() {
    List<Kind> kinds = new ArrayList<>();
    dairy(kinds);
    drinks(kinds);
    dry(kinds);
    preserved(kinds);
    sweet(kinds);
    household(kinds);
    return List.copyOf(kinds);
  }

  private static void dairy(List<Kind> kinds) {
    add(kinds, "Whole milk", pack(Shape.GABLED, Picture.NONE, 0xF4F6F8), DAIRY)
        .size("1 l", 72, 72, 215, 1062, 119)
        .size("1.5 l", 85, 85, 250, 1590, 169);
    add(kinds, "Oat drink", pack(Shape.CARTON, Picture.GRAIN, 0xEAD9B5), DAIRY)
        .size("1 l", 90, 62, 196, 1046, 189);
    add(kinds, "Soya drink", pack(Shape.CARTON, Picture.LEAF, 0xE9EFD9), DAIRY)
        .size("1 l", 90, 62, 196, 1044, 199);
    add(kinds, "Yoghurt", pack(Shape.CAN, Picture.STRAWBERRY, 0xF2F2F0), FRUITS)
        .size("180 g", 76, 76, 78, 189, 69)
        .size("500 g", 95, 95, 120, 518, 149);
    add(kinds, "Quark", pack(Shape.CAN, Picture.NONE, 0xF6F6F4), DAIRY)
        .size("250 g", 95, 95, 62, 262, 99)
        .size("500 g", 95, 95, 110, 516, 179);
    add(kinds, "Butter", pack(Shape.CARTON, Picture.NONE, 0xF7EFC8), DAIRY)
        .size("250 g", 100, 65, 38, 254, 229);
    add(kinds, "Cream", pack(Shape.GABLED, Picture.DROPS, 0xF6F0E6), DAIRY)
        .size("200 ml", 55, 55, 110, 212, 99);
  }

  private static void drinks(List<Kind> kinds) {
    add(kinds, "Cola", pack(Shape.BOTTLE, Picture.STAR, 0x2A1610), "CLASSIC D41F26, ZERO 101010")
        .size("0.5 l", 66, 66, 225, 548, 109)
        .size("1 l", 84, 84, 290, 1062, 159);
    add(
            kinds,
            "Water",
            pack(Shape.BOTTLE, Picture.DROPS, 0xA9D3E2),
            "STILL 1760A5, SPARKLING 3FA34D")
        .size("0.75 l", 74, 74, 265, 778, 69)
        .size("1.5 l", 90, 90, 315, 1540, 99);
    add(kinds, "Juice", pack(Shape.CARTON, Picture.NONE, 0xF3E2C0), DRINKS)
        .size("1 l", 90, 62, 196, 1078, 219);
    add(kinds, "Lemonade", pack(Shape.BOTTLE, Picture.BUBBLES, 0xE6E27A), DRINKS)
        .size("0.5 l", 66, 66, 225, 552, 119);
    add(kinds, "Iced tea", pack(Shape.GABLED, Picture.LEAF, 0xE9D9A8), DRINKS)
        .size("0.5 l", 70, 70, 140, 534, 129);
  }

  private static void dry(List<Kind> kinds) {
    add(kinds, "Herbal tea", pack(Shape.CARTON, Picture.LEAF, 0xE6D7EA), TEAS)
        .size("20 x 2 g", 85, 60, 130, 98, 229);
    add(kinds, "Coffee", pack(Shape.CARTON, Picture.BEANS, 0x2A1E1A), ROASTS)
        .size("250 g", 75, 50, 140, 262, 449)
        .size("500 g", 85, 60, 180, 517, 799);
    add(kinds, "Muesli", pack(Shape.BAG, Picture.GRAIN, 0xD9B36C), FRUITS)
        .size("500 g", 150, 70, 230, 512, 299);
    add(kinds, "Oat flakes", pack(Shape.CARTON, Picture.GRAIN, 0xE8D8B0), PLAIN)
        .size("500 g", 110, 70, 190, 531, 119);
    add(kinds, "Flour", pack(Shape.CARTON, Picture.GRAIN, 0xF2EAD6), PLAIN)
        .size("1 kg", 100, 70, 170, 1009, 99);
    add(kinds, "Sugar", pack(Shape.CARTON, Picture.NONE, 0xF6F6F6), PLAIN)
        .size("1 kg", 95, 65, 150, 1008, 129);
    add(kinds, "Rice", pack(Shape.BAG, Picture.GRAIN, 0xE9E4D0), PLAIN)
        .size("500 g", 130, 50, 190, 508, 179)
        .size("1 kg", 150, 60, 230, 1012, 299);
    add(kinds, "Pasta", pack(Shape.BAG, Picture.TOMATO, 0xE9C46A), PLAIN)
        .size("500 g", 140, 60, 220, 507, 129);
    add(kinds, "Crisps", pack(Shape.BAG, Picture.CHILLI, 0xF0761A), SPICY)
        .size("175 g", 170, 60, 240, 183, 199);
    add(kinds, "Crackers", pack(Shape.CARTON, Picture.GRAIN, 0xE0B060), SPICY)
        .size("200 g", 80, 60, 170, 221, 159);
  }

  private static void preserved(List<Kind> kinds) {
    add(kinds, "Tomatoes", pack(Shape.CAN, Picture.TOMATO, 0xB9BCC0), SAUCES)
        .size("400 g", 75, 75, 110, 462, 99);
    add(kinds, "Chickpeas", pack(Shape.CAN, Picture.CHICKPEAS, 0xB9BCC0), PLAIN)
        .size("240 g", 65, 65, 88, 296, 89)
        .size("400 g", 75, 75, 110, 458, 119);
    add(kinds, "Beans", pack(Shape.CAN, Picture.BEANS, 0xB9BCC0), SPICY)
        .size("400 g", 75, 75, 110, 461, 109);
    add(kinds, "Soup", pack(Shape.CAN, Picture.LEAF, 0xB9BCC0), SAUCES)
        .size("400 ml", 75, 75, 110, 468, 189);
    add(kinds, "Tuna", pack(Shape.CAN, Picture.DROPS, 0xB9BCC0), "BRINE 2F8FD0, OIL D9A520")
        .size("150 g", 86, 86, 40, 187, 199);
    add(kinds, "Pesto", pack(Shape.JAR, Picture.LEAF, 0x5E7A2A), SAUCES)
        .size("190 g", 62, 62, 95, 338, 249);
    add(kinds, "Pasta sauce", pack(Shape.JAR, Picture.TOMATO, 0xB03A1E), SAUCES)
        .size("400 g", 76, 76, 140, 632, 219);
    add(kinds, "Gherkins", pack(Shape.JAR, Picture.LEAF, 0x7A8F3A), "DILL 4C8C3F, MUSTARD D9A520")
        .size("670 g", 84, 84, 150, 985, 189);
    add(kinds, "Olive oil", pack(Shape.BOTTLE, Picture.LEAF, 0x6B7A1E), PLAIN)
        .size("0.5 l", 66, 66, 260, 845, 649);
  }

  private static void sweet(List<Kind> kinds) {
    add(kinds, "Jam", pack(Shape.JAR, Picture.STRAWBERRY, 0x8E1024), FRUITS)
        .size("340 g", 72, 72, 98, 520, 199)
        .size("450 g", 76, 76, 115, 655, 279);
    add(
            kinds,
            "Honey",
            pack(Shape.JAR, Picture.HONEYCOMB, 0xD88A14),
            "BLOSSOM 8A5A12, FOREST 3A2A12")
        .size("500 g", 84, 84, 112, 742, 549);
    add(kinds, "Chocolate", pack(Shape.CARTON, Picture.NONE, 0x4A2B12), CHOCOLATES)
        .size("100 g", 78, 12, 160, 106, 129);
    add(kinds, "Biscuits", pack(Shape.CARTON, Picture.GRAIN, 0xD9A86C), CHOCOLATES)
        .size("300 g", 70, 60, 210, 318, 149);
    add(kinds, "Gums", pack(Shape.BAG, Picture.BUBBLES, 0xE34A6F), FRUITS)
        .size("200 g", 140, 40, 180, 207, 119);
    add(kinds, "Spread", pack(Shape.JAR, Picture.CHICKPEAS, 0x5A331B), CHOCOLATES)
        .size("400 g", 80, 80, 105, 690, 329);
  }

  private static void household(List<Kind> kinds) {
    add(kinds, "Dish soap", pack(Shape.BOTTLE, Picture.BUBBLES, 0x3FBF6A), CLEANERS)
        .size("0.5 l", 68, 68, 240, 571, 175);
    add(kinds, "Cleaner", pack(Shape.BOTTLE, Picture.STAR, 0x58C1DE), CLEANERS)
        .size("0.75 l", 76, 76, 270, 834, 249);
    add(kinds, "Shampoo", pack(Shape.BOTTLE, Picture.DROPS, 0xE6E0F0), CLEANERS)
        .size("250 ml", 58, 58, 190, 289, 299);
    add(kinds, "Detergent", pack(Shape.CARTON, Picture.BUBBLES, 0x2F6FC4), CLEANERS)
        .size("1.2 kg", 130, 80, 200, 1286, 499);
  }

  private static Pack pack(Shape shape, Picture picture, int material) {
    return new Pack(shape, picture, material);
  }

  private static Sizes add(List<Kind> kinds, String name, Pack pack, String flavours) {
    Sizes sizes = new Sizes(kinds, kinds.size());
    kinds.add(new Kind(name, pack, List.of(), flavours(flavours)));
    return sizes;
  }

  /** {@code "MINT 2E9E5B, GINGER D99A2B"}. */
  private static List<Flavour> flavours(String text) {
    List<Flavour> flavours = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      String[] words = part.strip().split(" ", -1);
      flavours.add(new Flavour(words[0], Integer.parseInt(words[1].toLowerCase(Locale.ROOT), 16)));
    }
    return flavours;
  }

  /** Adds sizes to the kind that was added last; millimetres, grams and cents. */
  private record Sizes(List<Kind> kinds, int index) {
    Sizes size(String label, int wide, int deep, int high, double grams, long priceMinor) {
      Kind kind = kinds.get(index);
      List<Size> sizes = new ArrayList<>(kind.sizes());
      Dimensions dimensions = new Dimensions(wide / 1e3, deep / 1e3, high / 1e3);
      sizes.add(new Size(label, dimensions, grams, priceMinor));
      kinds.set(index, new Kind(kind.name(), kind.pack(), sizes, kind.flavours()));
      return this;
    }
  }
}
