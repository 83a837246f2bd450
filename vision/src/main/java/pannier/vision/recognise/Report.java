package pannier.vision.recognise;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Formatter;
import java.util.Locale;

/** A measurement as one line of JSON, or as a table for people. */
final class Report {
  private Report() {}

  static String json(Measurement measured) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("photos", measured.all().photos());
    node.put("products", measured.products());
    node.put("top1", rounded(measured.all().top1(), 4));
    node.put("top5", rounded(measured.all().top5(), 4));
    node.put("ms_per_photo", rounded(measured.times().photoMillis(), 3));
    node.put("invoke_ms", rounded(measured.times().invokeMillis(), 3));
    ObjectNode byProduct = node.putObject("by_product");
    measured
        .byProduct()
        .forEach(
            (product, tally) ->
                byProduct
                    .putObject(product.value())
                    .put("photos", tally.photos())
                    .put("top1", rounded(tally.top1(), 4)));
    OpenSet openSet = measured.openSet();
    node.put("auroc", openSet == null ? null : rounded(openSet.auroc(), 4));
    node.put("false_accept_at_95", openSet == null ? null : rounded(openSet.falseAcceptAt95(), 4));
    return node.toString();
  }

  static String table(Measurement measured) {
    Formatter text = new Formatter(Locale.ROOT);
    measured
        .byProduct()
        .forEach(
            (product, tally) ->
                text.format(
                    "%5.1f %%  %3d photos  %s%n", 100 * tally.top1(), tally.photos(), product));
    Tally all = measured.all();
    text.format("%d photos, %d products in the gallery%n", all.photos(), measured.products());
    text.format("right at first %.2f %%, among five %.2f %%%n", 100 * all.top1(), 100 * all.top5());
    text.format(
        "%.2f ms a photo, of which the network %.2f",
        measured.times().photoMillis(), measured.times().invokeMillis());
    OpenSet openSet = measured.openSet();
    if (openSet != null) {
      text.format(
          "%nunknown things: AUROC %.3f, %.1f %% accepted where 95 %% of the known are",
          openSet.auroc(), 100 * openSet.falseAcceptAt95());
    }
    return text.toString();
  }

  private static BigDecimal rounded(double value, int digits) {
    return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP);
  }
}
