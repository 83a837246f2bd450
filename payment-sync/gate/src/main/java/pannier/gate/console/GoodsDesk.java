package pannier.gate.console;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.Product;
import pannier.gate.mass.MassBook;
import pannier.web.HttpProblem;
import pannier.web.JsonBody;
import pannier.wire.Limits;

/**
 * What the shop sells, for staff who look for a product's name, and what it was learnt to weigh.
 */
record GoodsDesk(ConsoleParts.Books books, StaffLog log) {
  private static final int MOST_FOUND = 12;
  private static final int MOST_MOVED = 200;
  private static final double WORTH_A_LOOK = 0.01;

  /** A product that was found. */
  record Named(String id, String name) {}

  /** The first that have all these beginnings of words in their names, numbers or ids. */
  List<Named> named(String words) {
    List<String> wanted =
        Arrays.stream(words.toLowerCase(Locale.ROOT).split("\\s+", -1))
            .filter(word -> !word.isEmpty())
            .toList();
    Catalogue catalogue = books.moving().catalogue();
    return catalogue.products().stream()
        .filter(product -> !wanted.isEmpty() && hasAll(product, wanted))
        .limit(MOST_FOUND)
        .map(product -> new Named(product.id().value(), product.name()))
        .toList();
  }

  private static boolean hasAll(Product product, List<String> wanted) {
    String text = " %s %s".formatted(product.name(), product.id().value());
    String all = (text + " " + String.join(" ", product.codes())).toLowerCase(Locale.ROOT);
    return wanted.stream().allMatch(word -> all.contains(" " + word));
  }

  /**
   * What is worth a look.
   *
   * @param learnt new packs first, then what moved by one per cent or more
   * @param others how many products were learnt to weigh nearly what the catalogue says
   */
  record Masses(List<MassBook.Learnt> learnt, int others) {}

  Masses masses() throws IOException {
    List<MassBook.Learnt> all = books.desks().masses().learnt();
    List<MassBook.Learnt> moved = all.stream().filter(GoodsDesk::moved).limit(MOST_MOVED).toList();
    return new Masses(moved, all.size() - moved.size());
  }

  private static boolean moved(MassBook.Learnt it) {
    double off = Math.abs(it.learntGrams() - it.catalogueGrams());
    return it.newPack() || off >= WORTH_A_LOOK * it.catalogueGrams();
  }

  /** Back to the catalogue's mass. */
  void forget(String staff, JsonBody body) throws HttpProblem, IOException {
    String product = body.text("product", Limits.LONGEST_PRODUCT, "a product's id");
    String reason = body.text("reason", 200, "why, in 1 to 200 characters");
    log.write(new StaffLog.Deed(staff, "mass-forgotten", product, reason));
    books.desks().masses().forget(product);
  }
}
