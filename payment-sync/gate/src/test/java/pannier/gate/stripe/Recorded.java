package pannier.gate.stripe;

/** Error bodies in the shapes of Stripe's API reference ("Errors", "Decline codes"). */
final class Recorded {
  static final String CARD_DECLINED =
      """
      {"error":{"charge":"ch_1","code":"card_declined","decline_code":"generic_decline",
       "doc_url":"https://stripe.com/docs/error-codes/card-declined",
       "message":"Your card was declined.","type":"card_error"}}
      """;

  static final String INSUFFICIENT_FUNDS =
      """
      {"error":{"charge":"ch_1","code":"card_declined","decline_code":"insufficient_funds",
       "message":"Your card has insufficient funds.","type":"card_error"}}
      """;

  static final String EXPIRED =
      """
      {"error":{"code":"expired_card","message":"Your card has expired.","param":"exp_month",
       "type":"card_error"}}
      """;

  static final String RATE_LIMIT =
      """
      {"error":{"code":"rate_limit","message":"Too many requests hit the API too quickly.",
       "type":"invalid_request_error"}}
      """;

  static final String BROKEN =
      """
      {"error":{"message":"An error occurred with our connection to Stripe.","type":"api_error"}}
      """;

  static final String WRONG_KEY =
      """
      {"error":{"message":"Invalid API Key provided: sk_test_****1234",
       "type":"invalid_request_error"}}
      """;

  static final String LOCKED =
      """
      {"error":{"code":"lock_timeout","message":"This object cannot be accessed right now.",
       "type":"idempotency_error"}}
      """;

  private Recorded() {}
}
