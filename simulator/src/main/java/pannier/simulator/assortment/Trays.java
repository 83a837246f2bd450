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
import pannier.simulator.art.Livery.Palette;
import pannier.simulator.art.Livery.Pattern;
import pannier.simulator.art.Livery.Picture;
import pannier.simulator.art.Livery.Words;
import pannier.simulator.body.Tray;
import pannier.simulator.shop.Article;
import pannier.simulator.shop.ShopFiles;

/** Fresh goods in trays under film; sizes and gross masses are rounded from packs on a shelf. */
final class Trays {
  private static final int PALE = 0xF4F2EA;

  private Trays() {}

  private record Sort(
      String name, String label, int contentRgb, int shadeRgb, int trayRgb, Form form) {}

  /** Millimetres, grams and cents. */
  private record Form(int wide, int deep, int high, double grams, long priceMinor) {}

  private static final Form PUNNET = new Form(115, 60, 175, 262, 299);
  private static final Form FLAT = new Form(140, 35, 200, 418, 549);
  private static final Form DEEP = new Form(150, 60, 210, 522, 499);

  private static final List<Sort> SORTS =
      List.of(
          new Sort("Strawberries", "250 g", 0xC81E2E, 0xE86A6A, 0x1F3A5F, PUNNET),
          new Sort("Raspberries", "250 g", 0xB3244A, 0xD8607E, 0xE8E8E8, PUNNET),
          new Sort("Blueberries", "250 g", 0x2E3A6E, 0x5A6AA0, 0xE8E8E8, PUNNET),
          new Sort("Mushrooms", "250 g", 0xE6DCC8, 0xC8B496, 0x2F6FC4, PUNNET),
          new Sort("Cherry tomatoes", "250 g", 0xD3281E, 0xF0783C, 0x2E2E30, PUNNET),
          new Sort("Minced beef", "400 g", 0xA8322E, 0xD88078, 0x2E2E30, FLAT),
          new Sort("Chicken breast", "400 g", 0xEBC2A8, 0xF6DCCB, 0xF0E8C8, FLAT),
          new Sort("Salmon", "400 g", 0xEE8660, 0xF8B898, 0x20242C, FLAT),
          new Sort("Grapes", "500 g", 0x9DB04A, 0xC8D68A, 0xE8E8E8, DEEP),
          new Sort("Pork stew", "500 g", 0xC4665C, 0xE8A89C, 0xF0E8C8, DEEP));

  /** All of them. */
  static List<Article> articles(int firstItem) {
    return IntStream.range(0, SORTS.size())
        .mapToObj(index -> article(SORTS.get(index), firstItem + index))
        .toList();
  }

  private static Article article(Sort sort, int item) {
    String name = "%s tray %s".formatted(sort.name, sort.label);
    Form form = sort.form;
    Product product =
        new Product(
            new ProductId(Assortment.slug(name)),
            name,
            SaleUnit.PIECE,
            new Money(form.priceMinor, ShopFiles.EURO),
            new MassSpread(Mass.ofGrams(form.grams), Assortment.spreadGrams(form.grams)),
            List.of(Gtin.of(item)));
    Colour content = Colour.of(sort.contentRgb);
    Colour shade = Colour.of(sort.shadeRgb);
    Colour tray = Colour.of(sort.trayRgb);
    Livery livery =
        new Livery(
            Brands.all().get(item % Brands.all().size()),
            new Words(sort.name, "", sort.label),
            new Palette(Colour.of(PALE), content, shade, tray, tray),
            Pattern.PLAIN,
            Picture.NONE);
    return new Article(
        product, new Tray(form.wide / 1e3, form.deep / 1e3, form.high / 1e3), livery);
  }
}
