package pannier.simulator.torture.kill;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pannier.gate.sql.Change;
import pannier.gate.sql.Sql;
import pannier.gate.sql.Transactions;

/** Stands around a gate's ledger, provider and barrier: each of their calls has boundaries. */
final class DeadlyParts {
  /** The call of the ledger that a transaction is of. */
  private static final ScopedValue<String> CALL = ScopedValue.newInstance();

  private final Death death;

  DeadlyParts(Death death) {
    this.death = death;
  }

  /** The same, with a boundary before and after each call. */
  <T> T around(Class<T> type, T target) {
    Object proxy =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, values) -> {
              String name = method.getName();
              death.pass(name + ".before");
              Object result =
                  ScopedValue.where(CALL, name).call(() -> invoke(method, target, values));
              death.pass(name + ".after");
              return result;
            });
    return type.cast(proxy);
  }

  private static @Nullable Object invoke(Method method, Object target, Object[] values)
      throws Throwable {
    try {
      return method.invoke(target, values);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  /** The same database, with a boundary behind what a transaction writes. */
  Transactions around(Transactions database) {
    return new Transactions() {
      @Override
      public <T> T transaction(Work<T> work) throws SQLException {
        String name = CALL.orElse("");
        return database.transaction(
            connection -> {
              T written = work.run(connection);
              death.pass(name + ".written");
              return written;
            });
      }

      // Changes of many settlements mix, unless it is between them that the process is to end.
      @Override
      public List<Integer> change(List<Change> changes) throws SQLException {
        return death.mayCome(CALL.orElse("") + ".written")
            ? Transactions.super.change(changes)
            : database.change(changes);
      }

      @Override
      public <T> List<T> list(String sql, Sql.FromRow<T> fromRow, Object... values)
          throws SQLException {
        return database.list(sql, fromRow, values);
      }

      @Override
      public <T> T query(Work<T> work) throws SQLException {
        return database.query(work);
      }

      @Override
      public void close() {
        database.close();
      }
    };
  }
}
