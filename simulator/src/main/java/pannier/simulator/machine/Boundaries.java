package pannier.simulator.machine;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import pannier.gate.ledger.Ledger;
import pannier.gate.ledger.LedgerException;
import pannier.gate.provider.PaymentProvider;
import pannier.gate.provider.ProviderUnreachableException;
import pannier.gate.settlement.Barrier;
import pannier.gate.settlement.GateParts;

/**
 * Stands around a gate's ledger, provider and barrier: before and after each of their calls the
 * power may go, a full disk refuses what would write, and the provider may be out of reach.
 */
final class Boundaries {
  private static final Set<String> HARMLESS = Set.of("close", "tenderKinds", "toString");
  private static final Set<String> READING =
      Set.of("find", "listTrip", "listUndecided", "listDue", "claimDue", "checks");

  private final Troubles troubles;

  Boundaries(Troubles troubles) {
    this.troubles = troubles;
  }

  /** The same parts, with what goes wrong. */
  GateParts around(GateParts parts) {
    return new GateParts(
        around(Ledger.class, parts.ledger()),
        around(PaymentProvider.class, parts.provider()),
        around(Barrier.class, parts.barrier()),
        parts.catalogue(),
        parts.clock(),
        parts.prices(),
        parts.offline());
  }

  private <T> T around(Class<T> type, T target) {
    Object proxy =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, values) -> {
              String name = method.getName();
              if (HARMLESS.contains(name)) {
                return call(() -> method.invoke(target, values));
              }
              troubles.strike("before-" + name);
              refuse(type, name);
              Object result = call(() -> method.invoke(target, values));
              troubles.strike("after-" + name);
              return result;
            });
    return type.cast(proxy);
  }

  /** A call by reflection. */
  @FunctionalInterface
  private interface Call {
    Object run() throws ReflectiveOperationException;
  }

  private static Object call(Call call) throws Throwable {
    try {
      return call.run();
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  private void refuse(Class<?> type, String name) throws IOException {
    if (type == PaymentProvider.class && troubles.offline()) {
      throw new ProviderUnreachableException("no network", new IOException("no route"));
    }
    if (type == Ledger.class && troubles.diskFull() && !READING.contains(name)) {
      throw new LedgerException("ledger: the disk is full", new IOException("no space left"));
    }
  }
}
