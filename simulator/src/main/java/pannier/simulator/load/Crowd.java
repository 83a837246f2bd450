package pannier.simulator.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** All carts at once, each on a virtual thread of its own. */
record Crowd(List<Shopping> carts) {
  /** How long a cart goes on with what is at hand when time is up. */
  private static final long GRACE_NANOS = 60_000_000_000L;

  /** What a cart does; true if it counts. */
  @FunctionalInterface
  interface Deed {
    boolean run(Shopping cart, long untilNanos) throws InterruptedException;
  }

  /**
   * What they did in a stretch of time.
   *
   * @param latenciesNanos of the deeds that count and ended in time
   */
  record Stretch(double seconds, List<Long> latenciesNanos) {
    int count() {
      return latenciesNanos.size();
    }

    double perSecond() {
      return count() / seconds;
    }
  }

  /** Each cart does it again and again; what is at hand at the end is ended and not counted. */
  Stretch during(double seconds, Deed deed) throws InterruptedException {
    long began = System.nanoTime();
    long ends = began + (long) (seconds * 1e9);
    List<List<Long>> each =
        all(
            cart -> {
              List<Long> latencies = new ArrayList<>();
              long from = System.nanoTime();
              while (from - ends < 0) {
                boolean counts = deed.run(cart, ends + GRACE_NANOS);
                long to = System.nanoTime();
                if (counts && to - ends < 0) {
                  latencies.add(to - from);
                }
                from = to;
              }
              return latencies;
            });
    return new Stretch(seconds, each.stream().flatMap(List::stream).toList());
  }

  /**
   * Each cart does it once, all at the same moment.
   *
   * @return seconds until the last one was done
   */
  double once(Deed deed) throws InterruptedException {
    CountDownLatch start = new CountDownLatch(1);
    long began = System.nanoTime();
    all(
        cart -> {
          start.countDown();
          start.await();
          return deed.run(cart, began + 2 * GRACE_NANOS);
        });
    return (System.nanoTime() - began) * 1e-9;
  }

  /** Work of one cart. */
  @FunctionalInterface
  interface Work<T> {
    T run(Shopping cart) throws InterruptedException;
  }

  <T> List<T> all(Work<T> work) throws InterruptedException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> running = new ArrayList<>();
      for (Shopping cart : carts) {
        running.add(threads.submit(() -> work.run(cart)));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : running) {
        results.add(future.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
