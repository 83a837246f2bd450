package pannier.gate.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentCreateParams.CaptureMethod;
import com.stripe.param.PaymentIntentCreateParams.PaymentMethodOptions;
import com.stripe.param.PaymentIntentCreateParams.PaymentMethodOptions.Card.RequestIncrementalAuthorization;
import com.stripe.param.PaymentIntentIncrementAuthorizationParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.service.PaymentIntentService;
import java.util.Locale;
import pannier.gate.provider.PaymentOrder;
import pannier.gate.provider.ProviderUnreachableException;

/**
 * The requests to Stripe, each with an idempotency key of its own. What Stripe refuses is a {@link
 * RefusedByStripe}; everything else that goes wrong may or may not have been done.
 */
final class StripeCalls {
  private final StripeClient client;

  StripeCalls(StripeClient client) {
    this.client = client;
  }

  /** Stripe, or the card's bank, says no. */
  static final class RefusedByStripe extends Exception {
    private static final long serialVersionUID = 1;
    private final String reason;

    RefusedByStripe(String reason) {
      super(reason);
      this.reason = reason;
    }

    /** A short code, such as {@code insufficient-funds}. */
    String reason() {
      return reason;
    }
  }

  @FunctionalInterface
  private interface Call<T> {
    T run() throws StripeException;
  }

  /** An intent that reserves nothing yet. */
  PaymentIntent create(PaymentOrder order) throws ProviderUnreachableException, RefusedByStripe {
    PaymentIntentCreateParams params =
        PaymentIntentCreateParams.builder()
            .setAmount(order.amountMinor())
            .setCurrency(order.currency().toLowerCase(Locale.ROOT))
            .setCaptureMethod(CaptureMethod.MANUAL)
            .addPaymentMethodType("card")
            .setPaymentMethodOptions(
                PaymentMethodOptions.builder()
                    .setCard(
                        PaymentMethodOptions.Card.builder()
                            .setRequestIncrementalAuthorization(
                                RequestIncrementalAuthorization.IF_AVAILABLE)
                            .build())
                    .build())
            .putMetadata("pannier_key", order.key())
            .build();
    return call(() -> intents().create(params, once(order.key() + "/create")));
  }

  /** Reserves the amount. */
  PaymentIntent confirm(String intentId, PaymentOrder order)
      throws ProviderUnreachableException, RefusedByStripe {
    PaymentIntentConfirmParams params =
        PaymentIntentConfirmParams.builder().setPaymentMethod(order.token()).build();
    return call(() -> intents().confirm(intentId, params, once(order.key() + "/confirm")));
  }

  PaymentIntent retrieve(String intentId) throws ProviderUnreachableException, RefusedByStripe {
    return call(() -> intents().retrieve(intentId));
  }

  PaymentIntent raise(String key, String intentId, long amountMinor)
      throws ProviderUnreachableException, RefusedByStripe {
    PaymentIntentIncrementAuthorizationParams params =
        PaymentIntentIncrementAuthorizationParams.builder().setAmount(amountMinor).build();
    RequestOptions once = once("%s/raise/%d".formatted(key, amountMinor));
    return call(() -> intents().incrementAuthorization(intentId, params, once));
  }

  PaymentIntent capture(String key, String intentId, long amountMinor)
      throws ProviderUnreachableException, RefusedByStripe {
    PaymentIntentCaptureParams params =
        PaymentIntentCaptureParams.builder().setAmountToCapture(amountMinor).build();
    return call(() -> intents().capture(intentId, params, once(key + "/capture")));
  }

  PaymentIntent cancel(String key, String intentId)
      throws ProviderUnreachableException, RefusedByStripe {
    return call(() -> intents().cancel(intentId, once(key + "/cancel")));
  }

  void refund(String intentId, String refundKey, long amountMinor)
      throws ProviderUnreachableException, RefusedByStripe {
    RefundCreateParams params =
        RefundCreateParams.builder().setPaymentIntent(intentId).setAmount(amountMinor).build();
    call(() -> client.v1().refunds().create(params, once("refund/" + refundKey)));
  }

  private PaymentIntentService intents() {
    return client.v1().paymentIntents();
  }

  private static RequestOptions once(String key) {
    return RequestOptions.builder().setIdempotencyKey("pannier/" + key).build();
  }

  private static <T> T call(Call<T> call) throws ProviderUnreachableException, RefusedByStripe {
    try {
      return call.run();
    } catch (CardException e) {
      String code = e.getDeclineCode() != null ? e.getDeclineCode() : e.getCode();
      throw new RefusedByStripe(reason(code));
    } catch (InvalidRequestException e) {
      throw new RefusedByStripe(reason(e.getCode()));
    } catch (StripeException e) {
      // The message may quote what was sent; the code and the request's number say enough.
      String told = "%s %s %s".formatted(e.getStatusCode(), e.getCode(), e.getRequestId());
      throw new ProviderUnreachableException("stripe: " + told);
    }
  }

  private static String reason(String code) {
    return code == null ? "refused" : code.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
