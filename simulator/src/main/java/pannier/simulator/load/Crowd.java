package pannier.simulator.load;

import java.time.Duration;
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

    /** The nearest rank; 0 of nothing. */
    double millis(double share) {
      List<Long> sorted = latenciesNanos.stream().sorted().toList();
      if (sorted.isEmpty()) {
        return 0;
      }
      int rank = (int) Math.ceil(share * sorted.size());
      return sorted.get(Math.max(0, rank - 1)) / 1e6;
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

  /** How long a cart waits before it begins. */
  @FunctionalInterface
  interface HoldOff {
    HoldOff NONE = cart -> 0;

    long nanos(Shopping cart);
  }

  /** Each cart does it once, all at the same moment. */
  Stretch once(Deed deed) throws InterruptedException {
    return once(HoldOff.NONE, deed);
  }

  /**
   * Each cart does it once, after its hold-off.
   *
   * @return seconds until the last one was done, and how long each took from its own beginning
   */
  Stretch once(HoldOff holdOff, Deed deed) throws InterruptedException {
    CountDownLatch start = new CountDownLatch(1);
    long began = System.nanoTime();
    List<Long> latencies =
        all(
            cart -> {
              long wait = holdOff.nanos(cart);
              start.countDown();
              start.await();
              Thread.sleep(Duration.ofNanos(wait));
              long from = System.nanoTime();
              deed.run(cart, from + 2 * GRACE_NANOS);
              return System.nanoTime() - from;
            });
    return new Stretch((System.nanoTime() - began) * 1e-9, latencies);
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
