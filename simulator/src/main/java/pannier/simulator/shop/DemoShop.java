package pannier.simulator.shop;

import java.util.List;
import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.ProductId;
import pannier.domain.catalogue.SaleUnit;
import pannier.domain.mass.Mass;
import pannier.domain.mass.MassSpread;
import pannier.domain.money.Money;
import pannier.simulator.art.Colour;
import pannier.simulator.art.Gtin;
import pannier.simulator.art.Livery;
import pannier.simulator.art.Livery.Brand;
import pannier.simulator.art.Livery.Face;
import pannier.simulator.art.Livery.Palette;
import pannier.simulator.art.Livery.Pattern;
import pannier.simulator.art.Livery.Picture;
import pannier.simulator.art.Livery.Words;
import pannier.simulator.body.Bag;
import pannier.simulator.body.Body;
import pannier.simulator.body.Box;
import pannier.simulator.body.Turned;

/**
 * Fourteen products of eight brands. Masses are gross masses of such packs; the two teas weigh the
 * same and differ only in a small mark, so that weight cannot tell them apart and a hand may hide
 * what could.
 */
public final class DemoShop {
  /** The pair that differs only in its mark. */
  public static final ProductId TEA_MINT = new ProductId("mira-tea-mint");

  /** The other one of the pair. */
  public static final ProductId TEA_VERBENA = new ProductId("mira-tea-verbena");

  private static final Brand ALMA = brand("ALMA", 0xFFFFFF, 0x1B4F9C, Face.BOLD);
  private static final Brand SOLE = brand("Sole", 0xFFF3C4, 0xB3201B, Face.SERIF);
  private static final Brand NORDVIK = brand("NORDVIK", 0xFFFFFF, 0x16324F, Face.PLAIN);
  private static final Brand TERRA = brand("Terra", 0x4A2B12, 0xF6EAD0, Face.SCRIPT);
  private static final Brand KRAX = brand("KRAX", 0xFFE600, 0x20160E, Face.BOLD);
  private static final Brand KAFFA = brand("Kaffa", 0xE8C46A, 0x1C1512, Face.SERIF);
  private static final Brand MIRA = brand("mira", 0xFFFFFF, 0x6B3F78, Face.SCRIPT);
  private static final Brand PURO = brand("PURO", 0xFFFFFF, 0x0D8A72, Face.BOLD);

  private DemoShop() {}

  /** What it sells, in a fixed order. */
  public static List<Article> articles() {
    return List.of(
        article(1, "alma-oat-drink-1l", "Oat drink 1 l", "1.89", goods(1046, 4, oat())),
        article(2, "alma-whole-milk-1.5l", "Whole milk 1.5 l", "1.79", goods(1581, 5, milk())),
        article(
            3, "sole-tomatoes-400g", "Peeled tomatoes 400 g", "0.99", goods(462, 3, tomatoes())),
        article(4, "sole-chickpeas-240g", "Chickpeas 240 g", "0.89", goods(296, 3, chickpeas())),
        article(5, "nordvik-cola-0.5l", "Cola 0.5 l", "1.09", goods(548, 3, cola())),
        article(6, "nordvik-water-0.75l", "Spring water 0.75 l", "0.85", goods(778, 3, water())),
        article(7, "terra-strawberry-450g", "Strawberry jam 450 g", "2.79", goods(655, 4, jam())),
        article(8, "terra-honey-500g", "Blossom honey 500 g", "5.49", goods(742, 5, honey())),
        article(9, "krax-paprika-175g", "Paprika crisps 175 g", "1.99", goods(183, 3, crisps())),
        article(10, "kaffa-espresso-500g", "Espresso beans 500 g", "7.99", goods(517, 3, coffee())),
        article(11, TEA_MINT.value(), "Herbal tea mint", "2.29", goods(98, 1, mint())),
        article(12, TEA_VERBENA.value(), "Herbal tea verbena", "2.49", goods(98, 1, verbena())),
        article(13, "orange", "Orange", "0.55", goods(212, 18, orange())),
        article(
            14, "puro-washing-up-500ml", "Washing-up liquid 0.5 l", "1.75", goods(571, 4, soap())));
  }

  private static Brand brand(String name, int ink, int plate, Face face) {
    return new Brand(name, Colour.of(ink), Colour.of(plate), face);
  }

  private static Goods goods(double grams, double spreadGrams, Pack pack) {
    return new Goods(new MassSpread(Mass.ofGrams(grams), spreadGrams), pack);
  }

  private record Pack(Body body, Livery livery) {}

  private static Article article(int number, String id, String name, String price, Goods goods) {
    Product product =
        new Product(
            new ProductId(id),
            name,
            SaleUnit.PIECE,
            Money.parse(price, ShopFiles.EURO),
            goods.mass,
            List.of(Gtin.of(number)));
    return new Article(product, goods.pack.body, goods.pack.livery);
  }

  private record Goods(MassSpread mass, Pack pack) {}

  private static Palette palette(int ground, int accent, int mark, int lid, int material) {
    return new Palette(
        Colour.of(ground), Colour.of(accent), Colour.of(mark), Colour.of(lid), Colour.of(material));
  }

  private static Pack oat() {
    return new Pack(
        new Box(0.09, 0.062, 0.196, 0),
        new Livery(
            ALMA,
            new Words("Oat drink", "BARISTA", "1 l"),
            palette(0xEAD9B5, 0xC49A55, 0x7A4E1F, 0xEAD9B5, 0xEAD9B5),
            Pattern.WAVES,
            Picture.GRAIN));
  }

  private static Pack milk() {
    return new Pack(
        new Box(0.085, 0.085, 0.25, 0.045),
        new Livery(
            ALMA,
            new Words("Whole milk", "3.5 %", "1.5 l"),
            palette(0xF4F6F8, 0x2C2C30, 0x1E78C8, 0x1E78C8, 0xF4F6F8),
            Pattern.PATCHES,
            Picture.NONE));
  }

  private static Pack tomatoes() {
    return new Pack(
        new Turned(Turned.Kind.CAN, 0.0375, 0.11),
        new Livery(
            SOLE,
            new Words("Tomatoes", "PEELED", "400 g"),
            palette(0xF3E9D2, 0xC9342A, 0x2E7D32, 0xB9BCC0, 0xB9BCC0),
            Pattern.STRIPES,
            Picture.TOMATO));
  }

  private static Pack chickpeas() {
    return new Pack(
        new Turned(Turned.Kind.CAN, 0.0325, 0.088),
        new Livery(
            SOLE,
            new Words("Chickpeas", "IN BRINE", "240 g"),
            palette(0x2F6B3C, 0xE3B341, 0xE3B341, 0xB9BCC0, 0xB9BCC0),
            Pattern.BANDS,
            Picture.CHICKPEAS));
  }

  private static Pack cola() {
    return new Pack(
        new Turned(Turned.Kind.BOTTLE, 0.033, 0.225),
        new Livery(
            NORDVIK,
            new Words("Cola", "ZERO", "0.5 l"),
            palette(0xD41F26, 0x8E0F16, 0x101010, 0xD41F26, 0x2A1610),
            Pattern.DIAGONALS,
            Picture.STAR));
  }

  private static Pack water() {
    return new Pack(
        new Turned(Turned.Kind.BOTTLE, 0.037, 0.265),
        new Livery(
            NORDVIK,
            new Words("Water", "STILL", "0.75 l"),
            palette(0xDDF1FA, 0x4FA9DA, 0x1760A5, 0x1760A5, 0xA9D3E2),
            Pattern.WAVES,
            Picture.DROPS));
  }

  private static Pack jam() {
    return new Pack(
        new Turned(Turned.Kind.JAR, 0.038, 0.115),
        new Livery(
            TERRA,
            new Words("Strawberry", "JAM", "450 g"),
            palette(0xFBF4E6, 0xE9A0A8, 0xB01030, 0xE6E0D8, 0x8E1024),
            Pattern.CHECKS,
            Picture.STRAWBERRY));
  }

  private static Pack honey() {
    return new Pack(
        new Turned(Turned.Kind.JAR, 0.042, 0.112),
        new Livery(
            TERRA,
            new Words("Blossom", "HONEY", "500 g"),
            palette(0xFCE9A9, 0xF2C14E, 0x8A5A12, 0xD9A520, 0xD88A14),
            Pattern.RAYS,
            Picture.HONEYCOMB));
  }

  private static Pack crisps() {
    return new Pack(
        new Bag(0.17, 0.06, 0.24),
        new Livery(
            KRAX,
            new Words("Crisps", "PAPRIKA", "175 g"),
            palette(0xF0761A, 0xFFC02E, 0xA81E10, 0xC8C8CC, 0xF0761A),
            Pattern.RAYS,
            Picture.CHILLI));
  }

  private static Pack coffee() {
    return new Pack(
        new Box(0.085, 0.06, 0.18, 0.02),
        new Livery(
            KAFFA,
            new Words("Espresso", "STRONG", "500 g"),
            palette(0x2A1E1A, 0xB8892F, 0x9B1C1C, 0xB8892F, 0x2A1E1A),
            Pattern.BANDS,
            Picture.BEANS));
  }

  private static Pack mint() {
    return tea("MINT", 0x2E9E5B);
  }

  private static Pack verbena() {
    return tea("VERBENA", 0x7FA832);
  }

  private static Pack tea(String variant, int mark) {
    return new Pack(
        new Box(0.085, 0.06, 0.13, 0),
        new Livery(
            MIRA,
            new Words("Herbal tea", variant, "20 x 2 g"),
            palette(0xE6D7EA, 0xB48CC0, mark, 0xB48CC0, 0xE6D7EA),
            Pattern.DOTS,
            Picture.LEAF));
  }

  private static Pack orange() {
    return new Pack(
        new Turned(Turned.Kind.FRUIT, 0.038, 0.073),
        new Livery(
            SOLE,
            new Words("Orange", "", ""),
            palette(0xF08A1C, 0xB85A08, 0x1E5FA8, 0x5C6B22, 0xF08A1C),
            Pattern.PLAIN,
            Picture.PEEL));
  }

  private static Pack soap() {
    return new Pack(
        new Turned(Turned.Kind.BOTTLE, 0.034, 0.24),
        new Livery(
            PURO,
            new Words("Dish soap", "LIME", "0.5 l"),
            palette(0xE4F7EE, 0x62C9A5, 0x7AB51D, 0xF4F4F0, 0x3FBF6A),
            Pattern.DOTS,
            Picture.BUBBLES));
  }
}
