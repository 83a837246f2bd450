package pannier.simulator.assortment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.ProductId;
import pannier.domain.catalogue.SaleUnit;
import pannier.domain.mass.Mass;
import pannier.domain.mass.MassSpread;
import pannier.domain.money.Money;
import pannier.simulator.art.Gtin;
import pannier.simulator.art.Livery.Brand;
import pannier.simulator.assortment.Family.Member;
import pannier.simulator.shop.Article;
import pannier.simulator.shop.ShopFiles;

/**
 * Makes a shop up: every brand makes something of every kind, most of them one pack of it, every
 * seventh family several that differ in flavour or size only. At least three products in ten have
 * such a look-alike.
 */
public final class Assortment {
  /** Of the families, one in so many has more than one member. */
  private static final int WIDE_EVERY = 5;

  private static final int WIDEST = 6;
  private static final int FIRST_ITEM = 1000;

  /** Fresh goods in trays come last in a shop of a thousand, so that smaller ones stay the same. */
  private static final int TRAYS_AFTER = 990;

  private static final long RULE = 7;

  private Assortment() {}

  /**
   * A shop of {@code count} products, always the same one.
   *
   * @param count 20 to what the families give, 1,000 at least
   */
  public static List<Article> of(int count) {
    return of(count, RULE);
  }

  /**
   * Another shop: the same brands and kinds in other packs.
   *
   * @param count 20 to what the families give, 1,000 at least
   * @param rule which shop
   */
  public static List<Article> of(int count, long rule) {
    RandomGenerator random = new SplittableRandom(rule);
    List<Article> articles = new ArrayList<>(Produce.articles(FIRST_ITEM));
    int number = 0;
    for (Family family : families(random)) {
      int most = number++ % WIDE_EVERY == 0 ? 2 + random.nextInt(WIDEST - 1) : 1;
      List<Member> members = family.members();
      int first = most == 1 ? random.nextInt(members.size()) : 0;
      for (Member member : members.subList(first, Math.min(first + most, members.size()))) {
        articles.add(article(family, member, FIRST_ITEM + articles.size(), random));
        if (articles.size() == TRAYS_AFTER) {
          articles.addAll(Trays.articles(FIRST_ITEM + articles.size()));
        }
        if (articles.size() >= count) {
          return List.copyOf(articles.subList(0, count));
        }
      }
    }
    throw new IllegalArgumentException(
        "%d products wanted, the rule gives %d".formatted(count, articles.size()));
  }

  /** Each brand's next kind in turn, so that a small shop has many kinds and brands too. */
  private static List<Family> families(RandomGenerator random) {
    List<Kind> kinds = Kinds.packed();
    List<Brand> brands = Brands.all();
    List<Family> families = new ArrayList<>();
    for (int round = 0; round < brands.size(); round++) {
      for (int kind = 0; kind < kinds.size(); kind++) {
        Brand brand = brands.get((round + 7 * kind) % brands.size());
        families.add(Family.of(kinds.get(kind), brand, random));
      }
    }
    return families;
  }

  private static Article article(Family family, Member member, int item, RandomGenerator random) {
    String name =
        "%s %s %s %s"
            .formatted(
                family.brand().name(),
                family.kind().name(),
                member.flavour().word().toLowerCase(Locale.ROOT),
                member.size().label());
    double grams = member.size().massGrams() * (1 + brandShare(family));
    Product product =
        new Product(
            new ProductId(slug(name)),
            name,
            SaleUnit.PIECE,
            new Money(price(member.size().priceMinor(), random), ShopFiles.EURO),
            new MassSpread(Mass.ofGrams(Math.rint(grams)), spreadGrams(grams)),
            List.of(Gtin.of(item)));
    return new Article(product, family.body(member), family.livery(member));
  }

  /** Brands' packs weigh a little differently: up to 4 % either way, the same for a family. */
  private static double brandShare(Family family) {
    int hash = (family.brand().name() + family.kind().name()).hashCode();
    return Math.floorMod(hash, 81) / 1000.0 - 0.04;
  }

  private static long price(long plainMinor, RandomGenerator random) {
    return Math.round(plainMinor * (1 + 0.8 * random.nextDouble()) / 10) * 10 - 1;
  }

  /**
   * A third of the tolerable negative error of Directive 76/211/EEC, annex I, 2.4: a filler that
   * spreads wider would give too much away.
   */
  static double spreadGrams(double grams) {
    double tolerable =
        grams < 50
            ? 0.09 * grams
            : grams < 100
                ? 4.5
                : grams < 200
                    ? 0.045 * grams
                    : grams < 300 ? 9 : grams < 500 ? 0.03 * grams : Math.max(15, 0.015 * grams);
    return Math.round(tolerable / 3 * 10) / 10.0;
  }

  /** A product's folder name: lower case, digits and hyphens. */
  static String slug(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-");
  }
}
