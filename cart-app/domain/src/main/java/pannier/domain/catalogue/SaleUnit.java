package pannier.domain.catalogue;

/** What a price is for. */
public enum SaleUnit {
  PIECE,
  KILOGRAM
}
