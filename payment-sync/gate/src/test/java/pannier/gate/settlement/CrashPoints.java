package pannier.gate.settlement;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.Set;

/**
 * Ends the gate at a chosen boundary: each call of ledger, provider and barrier has one before and
 * one after it. Once it has ended, every further call ends too, as a dead process does nothing.
 */
final class CrashPoints {
  private final int at;
  private int passed;
  private boolean dead;

  /**
   * @param at the boundary, from 0
   */
  CrashPoints(int at) {
    this.at = at;
  }

  /** Whether there were that many boundaries. */
  boolean crashed() {
    return dead;
  }

  GateParts around(GateParts parts) {
    return new GateParts(
        around(pannier.gate.ledger.Ledger.class, parts.ledger()),
        around(pannier.gate.provider.PaymentProvider.class, parts.provider()),
        around(Barrier.class, parts.barrier()),
        parts.catalogue(),
        parts.clock(),
        parts.prices(),
        Optional.empty(),
        Optional.empty(),
        parts.drawing());
  }

  private static final Set<String> HARMLESS = Set.of("close", "tenderKinds", "toString");

  private <T> T around(Class<T> type, T target) {
    Object proxy =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, values) -> {
              boolean counts = !HARMLESS.contains(method.getName());
              if (counts) {
                pass("before " + method.getName());
              }
              try {
                Object result = method.invoke(target, values);
                if (counts) {
                  pass("after " + method.getName());
                }
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
    return type.cast(proxy);
  }

  private void pass(String where) {
    if (dead || passed++ == at) {
      dead = true;
      throw new Crash(where);
    }
  }
}
