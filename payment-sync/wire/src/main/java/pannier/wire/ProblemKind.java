package pannier.wire;

import java.util.Arrays;
import java.util.Optional;

/** Why a gate refuses, and with which CoAP code (class and detail as 4.22). */
public enum ProblemKind {
  /** The bytes are no such message; sending them again is no use. */
  MALFORMED("malformed", 4, 0, "The message cannot be read"),
  /** The bill is another cart's than the one that shook hands. */
  FOREIGN_CART("foreign-cart", 4, 3, "The bill is another cart's"),
  /** The gate does not know the cart any more: it was unpaired, or its key was replaced. */
  NOT_PAIRED("not-paired", 4, 1, "The cart is not paired with this store"),
  /** The bill has no signature. */
  UNSIGNED("unsigned", 4, 3, "The bill is not signed"),
  /** The bill's signature is not that of the cart's key. */
  WRONG_SIGNATURE("wrong-signature", 4, 3, "The bill's signature is not the cart's"),
  /** The code is none of this store's. */
  CODE_UNKNOWN("code-unknown", 4, 3, "The code is not known here"),
  /** The code was used before; each is good once. */
  CODE_SPENT("code-spent", 4, 3, "The code was used before"),
  /** The code's time is over. */
  CODE_LATE("code-late", 4, 3, "The code is too old"),
  /** The code is for another cart than the one that was shown it. */
  CODE_OF_ANOTHER_CART("code-of-another-cart", 4, 3, "The code is for another cart"),
  /** A cart of this name is paired with another key. */
  CART_KNOWN("cart-known", 4, 9, "A cart of this name is paired already"),
  /** The key may not be used: it was revoked, or is another cart's. */
  KEY_BARRED("key-barred", 4, 3, "The key is barred"),
  /** There is no such resource. */
  NOT_FOUND("not-found", 4, 4, "There is no such resource"),
  /** The resource does not do that. */
  NOT_ALLOWED("not-allowed", 4, 5, "The resource does not do that"),
  /** The key is being worked on; ask again in a moment with the same bytes. */
  RUNNING("running", 4, 9, "The settlement is still running"),
  /** The trip was paid by another attempt; that attempt's receipt is named. */
  ALREADY_SETTLED("already-settled", 4, 9, "The trip is paid already"),
  /** A later attempt of the trip came before; this one will never be charged. */
  SUPERSEDED("superseded", 4, 9, "A later attempt came before"),
  /** An option says what must be understood, and is not. */
  BAD_OPTION("bad-option", 4, 2, "An option is not understood"),
  /** The answer would be in a format that the peer does not accept. */
  NOT_ACCEPTABLE("not-acceptable", 4, 6, "The answer is in another format only"),
  /** Blocks of a long message are missing; send it again from its first. */
  INCOMPLETE("incomplete", 4, 8, "Blocks of the message are missing"),
  /** The message is larger than the gate takes. */
  TOO_LARGE("too-large", 4, 13, "The message is too large"),
  /** The message is of another content format than the resource takes. */
  UNSUPPORTED_FORMAT("unsupported-format", 4, 15, "The content format is not CBOR"),
  /** Another message came under this key before. */
  OTHER_BILL("other-bill", 4, 22, "Another bill came under this key"),
  /** Lines, prices and total contradict each other or the catalogue they name. */
  WRONG_SUM("wrong-sum", 4, 22, "The bill does not add up"),
  /** The shop does not sell a product that the bill names. */
  UNKNOWN_PRODUCT("unknown-product", 4, 22, "The shop does not sell this"),
  /** The bill is in another currency than the shop's. */
  WRONG_CURRENCY("wrong-currency", 4, 22, "The bill is in another currency"),
  /** The gate does not take this tender, or not that many. */
  UNSUPPORTED_TENDER("unsupported-tender", 4, 22, "The tender is not taken here"),
  /** The tenders that are offered do not cover the total. */
  NOT_COVERED("not-covered", 4, 22, "The tenders do not cover the total"),
  /** The bill has something with an age limit that no member of staff approved. */
  AGE_NOT_APPROVED("age-not-approved", 4, 22, "The shopper's age was not approved"),
  /** Goods were sold by mass, and the seal of the cart's scale does not follow its last one. */
  WRONG_SEAL("wrong-seal", 4, 22, "The seal of the cart's scale is not the one known here"),
  /** Too many requests of one cart, or of all; wait a moment. */
  TOO_MANY("too-many", 4, 29, "Too many requests"),
  /** A fault of the gate; nothing is lost, send the same bytes again later. */
  GATE_FAULT("gate-fault", 5, 0, "The gate has a fault"),
  /** Too many settlements at once; send the same bytes again later. */
  BUSY("busy", 5, 3, "The gate is busy"),
  /** The shopper has not paid at the till yet; send the same bytes again in a second. */
  AWAITING_CASH("awaiting-cash", 5, 3, "Cash is awaited at a till"),
  /** Staff look through the basket before it is paid; send the same bytes again in a second. */
  AWAITING_CHECK("awaiting-check", 5, 3, "Staff look through the basket first"),
  /** The gate passes nothing on. */
  NO_PROXY("no-proxy", 5, 5, "The gate is no proxy"),
  /** The payment provider does not answer; send the same bytes again later. */
  PROVIDER_UNREACHABLE("provider-unreachable", 5, 3, "The payment provider does not answer");

  private final String code;
  private final int coapClass;
  private final int coapDetail;
  private final String title;

  ProblemKind(String code, int coapClass, int coapDetail, String title) {
    this.code = code;
    this.coapClass = coapClass;
    this.coapDetail = coapDetail;
    this.title = title;
  }

  /** Its name on the wire. */
  public String code() {
    return code;
  }

  /** The CoAP code as its byte: three bits of class, five of detail (RFC 7252 section 3). */
  public int coapCode() {
    return coapClass << 5 | coapDetail;
  }

  public String title() {
    return title;
  }

  /** Whether the same bytes, sent again later, may succeed. */
  public boolean passes() {
    return switch (this) {
      case RUNNING, TOO_MANY, INCOMPLETE -> true;
      case NO_PROXY -> false;
      default -> coapClass == 5;
    };
  }

  public static Optional<ProblemKind> find(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
  }
}
