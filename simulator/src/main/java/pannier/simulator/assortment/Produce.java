package pannier.simulator.assortment;

import java.util.List;
import java.util.stream.IntStream;
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
import pannier.simulator.body.Turned;
import pannier.simulator.shop.Article;
import pannier.simulator.shop.ShopFiles;

/** Fruit and vegetables sold by the piece; pieces of one sort spread by 10 % of their mass. */
final class Produce {
  private static final Brand STICKER =
      new Brand("Sole", Colour.of(0xFFF3C4), Colour.of(0xB3201B), Face.SERIF);
  private static final double SPREAD = 0.1;

  private Produce() {}

  private record Sort(
      String name, int peelRgb, int poresRgb, double diameterMetres, double grams) {}

  private static final List<Sort> SORTS =
      List.of(
          new Sort("Orange", 0xF08A1C, 0xB85A08, 0.076, 212),
          new Sort("Grapefruit", 0xF2B04A, 0xE07A3A, 0.1, 380),
          new Sort("Lemon", 0xF2D21F, 0xC8A810, 0.06, 118),
          new Sort("Lime", 0x6FA832, 0x3F7A1E, 0.05, 72),
          new Sort("Red apple", 0xB3201B, 0xE0B050, 0.076, 182),
          new Sort("Green apple", 0x8DB600, 0xC8E080, 0.074, 176),
          new Sort("Tomato", 0xD3281E, 0xE86A4A, 0.065, 124),
          new Sort("Peach", 0xF0A05B, 0xC2453A, 0.07, 158),
          new Sort("Plum", 0x4A2348, 0x7A4A78, 0.048, 58),
          new Sort("Kiwi", 0x7A5A32, 0x4A3A1E, 0.05, 82),
          new Sort("Onion", 0xC98A4A, 0x8A5A22, 0.068, 146),
          new Sort("Beetroot", 0x6A1A3A, 0x3A0F22, 0.078, 231),
          new Sort("White cabbage", 0xC8D8A0, 0x8FA868, 0.16, 1240),
          new Sort("Melon", 0xE0C860, 0xA8985A, 0.15, 1520));

  /** All of it. */
  static List<Article> articles(int firstItem) {
    return IntStream.range(0, SORTS.size())
        .mapToObj(index -> article(SORTS.get(index), firstItem + index))
        .toList();
  }

  private static Article article(Sort sort, int item) {
    Product product =
        new Product(
            new ProductId(Assortment.slug(sort.name)),
            sort.name,
            SaleUnit.PIECE,
            new Money(Math.round(20 + sort.grams * 0.22), ShopFiles.EURO),
            new MassSpread(Mass.ofGrams(sort.grams), SPREAD * sort.grams),
            List.of(Gtin.of(item)));
    Colour peel = Colour.of(sort.peelRgb);
    Colour pores = Colour.of(sort.poresRgb);
    Livery livery =
        new Livery(
            STICKER,
            new Words(sort.name, "", ""),
            new Palette(peel, pores, pores, Colour.of(0x5C6B22), peel),
            Pattern.PLAIN,
            Picture.PEEL);
    return new Article(
        product,
        new Turned(Turned.Kind.FRUIT, sort.diameterMetres / 2, sort.diameterMetres * 0.96),
        livery);
  }
}
