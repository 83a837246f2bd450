package pannier.pricing.tender;

/** What is still to be paid of one line. Mutable; lives within one allocation. */
final class Owing {
  private long goods;
  private long tax;
  private long deposit;

  Owing(long goods, long tax, long deposit) {
    this.goods = goods;
    this.tax = tax;
    this.deposit = deposit;
  }

  long get(Portion.Part part) {
    return switch (part) {
      case GOODS -> goods;
      case TAX -> tax;
      case DEPOSIT -> deposit;
    };
  }

  void pay(Portion.Part part, long minor) {
    switch (part) {
      case GOODS -> goods -= minor;
      case TAX -> tax -= minor;
      case DEPOSIT -> deposit -= minor;
    }
  }

  long total() {
    return goods + tax + deposit;
  }
}
