package pannier.gate.till;

import pannier.gate.provider.ProviderUnreachableException;

/** The shopper has not paid at the till yet; asked again, it may be done. */
public final class CashAwaitedException extends ProviderUnreachableException {
  private static final long serialVersionUID = 1;

  CashAwaitedException(String key) {
    super("cash is awaited for " + key);
  }
}
