package pannier.gate.stripe;

import pannier.gate.provider.Authorisation;

/**
 * What the gate knows of a payment at Stripe.
 *
 * @param state OPEN: made and not confirmed, or its confirmation's answer was lost
 * @param amountMinor what was asked for
 */
record StripeRow(
    String intentId,
    String state,
    long amountMinor,
    String currency,
    long reservedMinor,
    long capturedMinor,
    String reason) {
  static final String OPEN = "OPEN";
  static final String AUTHORISED = "AUTHORISED";
  static final String REFUSED = "REFUSED";
  static final String CAPTURED = "CAPTURED";
  static final String CANCELLED = "CANCELLED";

  /** The reason under a key that was given up. */
  static final String VOIDED = "voided";

  StripeRow decided(String next, long reserved, String why) {
    return new StripeRow(intentId, next, amountMinor, currency, reserved, capturedMinor, why);
  }

  StripeRow raised(long minor) {
    return new StripeRow(intentId, state, minor, currency, minor, capturedMinor, reason);
  }

  StripeRow captured(long minor) {
    return new StripeRow(intentId, CAPTURED, amountMinor, currency, reservedMinor, minor, reason);
  }

  boolean decided() {
    return !state.equals(OPEN);
  }

  Authorisation answer() {
    if (state.equals(AUTHORISED) || state.equals(CAPTURED)) {
      return reservedMinor < amountMinor
          ? new Authorisation.Partial(intentId, reservedMinor)
          : new Authorisation.Authorised(intentId);
    }
    return new Authorisation.Refused(reason.isEmpty() ? VOIDED : reason);
  }
}
