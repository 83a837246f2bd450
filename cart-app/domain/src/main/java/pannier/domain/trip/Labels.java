package pannier.domain.trip;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pannier.domain.basket.Label;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.Handling.Embedded;
import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.ProductId;
import pannier.domain.catalogue.SaleUnit;
import pannier.domain.evidence.Code;
import pannier.domain.gs1.ItemLabel;
import pannier.domain.gs1.LabelRules;
import pannier.domain.gs1.RestrictedRule;
import pannier.domain.mass.Mass;
import pannier.domain.money.Money;

/** Prices and masses on labels: what they say, and whether the scale agrees. */
final class Labels {
  /** A counter's scale has steps of 2 or 5 g, the cart's is as good; a bag drips. */
  private static final double TOLERANCE_GRAMS = 10;

  private static final double TOLERANCE_SHARE = 0.03;

  /** No date on a label matters here; the century of any will do. */
  private static final int ANY_YEAR = 2000;

  private final Catalogue catalogue;
  private final LabelRules rules;

  Labels(Catalogue catalogue, List<RestrictedRule> restricted) {
    this.catalogue = catalogue;
    this.rules = new LabelRules(catalogue.currency(), restricted);
  }

  Product product(ProductId id) {
    return catalogue.get(id);
  }

  /**
   * What the codes on a piece say about it; empty where they say no more than its name.
   *
   * @param product which it was booked as
   * @param weighedGrams what the cart's scale made of it, packaging included
   */
  Optional<Label> read(List<Code> codes, Product product, double weighedGrams) {
    for (Code code : codes) {
      Optional<ItemLabel> says = says(code).filter(it -> isOf(it, product));
      if (says.isPresent()) {
        Money price = says.get().price().orElse(null);
        Mass mass = says.get().netMass().orElse(null);
        if (price != null || (mass != null && product.unit() == SaleUnit.KILOGRAM)) {
          Double grams = mass == null ? null : mass.grams();
          return Optional.of(new Label(price, grams, weighedGrams));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<ItemLabel> says(Code code) {
    return rules
        .number(code.text())
        .or(() -> code.elements().flatMap(elements -> rules.elements(elements, ANY_YEAR)));
  }

  private boolean isOf(ItemLabel label, Product product) {
    return catalogue
        .findByCode(label.item())
        .or(() -> catalogue.findByCode(label.item().replaceFirst("^0+", "")))
        .filter(product::equals)
        .isPresent();
  }

  /** Why the scale, or the shop's rules, contradict a label; null if they do not. */
  @Nullable String against(Label label, Product product) {
    double net = label.weighedGrams() - product.handling().tareGrams();
    Double said = label.massGrams();
    if (said != null && far(net, said)) {
      return "%s: its label says %.0f g, the scale %.0f g".formatted(product.name(), said, net);
    }
    Money price = label.price();
    return price == null || said != null ? null : against(price, net, product);
  }

  private static @Nullable String against(Money price, double netGrams, Product product) {
    boolean loose = product.unit() == SaleUnit.KILOGRAM;
    double asked = product.price().minor() * (loose ? netGrams / 1000 : 1);
    double least = asked * (100 - product.handling().mostReductionPercent()) / 100;
    double slack = loose ? product.price().minor() * slackGrams(netGrams) / 1000 : 0;
    boolean byScale = loose || product.handling().embedded() != Embedded.PRICE;
    return byScale && price.minor() < Math.floor(least - slack)
        ? "%s: its label asks %s, it should be at least %s"
            .formatted(product.name(), price, new Money(StrictMath.round(least), price.currency()))
        : null;
  }

  private static boolean far(double oneGrams, double otherGrams) {
    return Math.abs(oneGrams - otherGrams) > slackGrams(otherGrams);
  }

  private static double slackGrams(double grams) {
    return Math.max(TOLERANCE_GRAMS, TOLERANCE_SHARE * grams);
  }
}
