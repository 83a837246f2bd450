package pannier.domain.catalogue;

/**
 * The shop's own name of a product, unique in its catalogue.
 *
 * @param value not blank; the folder name of its enrolment photos
 */
public record ProductId(String value) implements Comparable<ProductId> {
  public ProductId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a product needs a name");
    }
  }

  @Override
  public int compareTo(ProductId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
