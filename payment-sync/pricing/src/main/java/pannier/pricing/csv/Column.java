package pannier.pricing.csv;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The columns that mean something, in the order in which they are written. */
enum Column {
  PRODUCT("product", true),
  NAME("name", true),
  UNIT("unit", true),
  PRICE("price", true),
  CURRENCY("currency", true),
  MASS_G("mass_g", true),
  MASS_SD_G("mass_sd_g", true),
  CODES("codes", false),
  GTIN("gtin", false),
  PLU("plu", false),
  TARE_G("tare_g", false),
  TAX("tax", false),
  SNAP("snap", false),
  SNAP_CLASS("snap_class", false),
  DEPOSIT("deposit", false),
  DEPOSIT_BY_LAW("deposit_by_law", false),
  AGE_LIMIT("age_limit", false),
  EMBEDDED("embedded", false),
  REDUCED_PERCENT("reduced_percent", false),
  PHOTOS("photos", false);

  private final String title;
  private final boolean needed;

  Column(String title, boolean needed) {
    this.title = title;
    this.needed = needed;
  }

  String title() {
    return title;
  }

  static Optional<Column> of(String title) {
    return Arrays.stream(values()).filter(column -> column.title.equals(title)).findFirst();
  }

  static List<Column> required() {
    return Arrays.stream(values()).filter(column -> column.needed).toList();
  }

  static String header() {
    return required().stream().map(Column::title).collect(Collectors.joining(","));
  }
}
