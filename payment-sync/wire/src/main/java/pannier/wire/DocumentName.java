package pannier.wire;

/** What documents are called that carts fetch of the store, below {@code /parts}. */
public final class DocumentName {
  /** The shop's prices and rules, whole. */
  public static final String PRICE_LIST = "price-list";

  /** The photos by which products are known, as a list. */
  public static final String GALLERY = "gallery";

  /** What weighings taught of products' masses. */
  public static final String MASSES = "masses";

  /** A version of the carts' program, as a list of pieces of files. */
  public static final String RELEASE = "release";

  private DocumentName() {}
}
