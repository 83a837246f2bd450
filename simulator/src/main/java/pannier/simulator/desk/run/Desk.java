package pannier.simulator.desk.run;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import pannier.simulator.desk.play.Play;

/**
 * Plays one trip at a time on a thread of its own, which alone touches it; others ask it to do
 * something between two ticks.
 */
public final class Desk implements AutoCloseable {
  private static final long LOOK_NANOS = 80_000_000;
  private static final long LONGEST_REST_NANOS = 20_000_000;

  private final List<Watcher> watchers;
  private final BlockingQueue<Job<?>> jobs = new LinkedBlockingQueue<>();
  private final Pace pace = new Pace();
  private final Thread thread = Thread.ofPlatform().name("desk").unstarted(this::run);
  private @Nullable Play play;
  private boolean broken;
  private long lookedNanos = System.nanoTime() - LOOK_NANOS;
  private volatile boolean closed;

  private Desk(List<Watcher> watchers) {
    this.watchers = List.copyOf(watchers);
  }

  /** Starts the thread; nothing is played yet. */
  public static Desk start(List<Watcher> watchers) {
    Desk desk = new Desk(watchers);
    desk.thread.start();
    return desk;
  }

  /** What is done between two ticks. */
  @FunctionalInterface
  public interface Task<T> {
    T run() throws IOException;
  }

  private record Job<T>(Task<T> task, CompletableFuture<T> done) {
    void run() {
      try {
        done.complete(task.run());
      } catch (IOException | RuntimeException e) {
        done.completeExceptionally(e);
      }
    }
  }

  /**
   * Does something between two ticks, and waits for it; called by any other thread.
   *
   * @throws IOException what the task threw
   */
  public <T> T call(Task<T> task) throws IOException {
    CompletableFuture<T> done = new CompletableFuture<>();
    jobs.add(new Job<>(task, done));
    if (closed) {
      throw new IOException("the simulator has ended");
    }
    try {
      return done.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException known) {
        throw known;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Plays another trip, and closes the one before. Within {@link #call}. */
  public void play(Play next) {
    Play last = play;
    play = next;
    broken = false;
    watchers.forEach(watcher -> watcher.begins(next));
    look();
    if (last != null) {
      last.close();
    }
  }

  /** Sets the speed and goes on. Within {@link #call}. */
  public void speed(double simulatedSeconds) {
    pace.speed(simulatedSeconds);
  }

  /** Holds, or goes on. Within {@link #call}. */
  public void hold(boolean now) {
    pace.hold(now);
  }

  /** Holds, but for so many ticks. Within {@link #call}. */
  public void step(int ticks) {
    pace.step(ticks);
  }

  private void run() {
    while (!closed) {
      Job<?> job = jobs.poll();
      while (job != null) {
        job.run();
        job = jobs.poll();
      }
      Play current = play;
      boolean goesOn = current != null && !broken && !current.over();
      long wait = goesOn ? pace.waitNanos(now()) : Long.MAX_VALUE;
      if (current != null && wait == 0) {
        tick(current);
      }
      if (now() - lookedNanos >= LOOK_NANOS) {
        look();
      }
      rest(Math.min(wait, LONGEST_REST_NANOS));
    }
    if (play != null) {
      play.close();
    }
  }

  private void tick(Play current) {
    pace.ticked(now());
    try {
      current.tick().ifPresent(moment -> watchers.forEach(each -> each.ticked(current, moment)));
    } catch (IOException e) {
      broken = true;
      watchers.forEach(each -> each.fails(current, String.valueOf(e.getMessage())));
    } catch (RuntimeException e) {
      Logger.error(e, "the trip cannot go on");
      broken = true;
      watchers.forEach(each -> each.fails(current, e.toString()));
    }
  }

  private void look() {
    lookedNanos = now();
    Play current = play;
    if (current != null) {
      watchers.forEach(each -> each.looks(current, pace));
    }
  }

  private void rest(long nanos) {
    if (nanos <= 0) {
      return;
    }
    try {
      Job<?> job = jobs.poll(nanos, TimeUnit.NANOSECONDS);
      if (job != null) {
        job.run();
        look();
      }
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  private static long now() {
    return System.nanoTime();
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
