package pannier.simulator.torture.kill;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import pannier.simulator.process.ChildProcess;

/** The programs that are killed, and begin again on the files that they left. */
final class Victims {
  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration LIFE = Duration.ofMinutes(5);
  private static final String NEVER = "never";

  /** A boundary kills when it is passed for the first time, or a later one up to this. */
  private static final int LATEST_PASSING = 3;

  /** What a shell calls the status of a process that SIGKILL ended. */
  private static final int KILLED = 128 + 9;

  private Victims() {}

  /** One program. */
  abstract static class Victim implements AutoCloseable {
    private final String name;
    private final String sightBoundary;
    private final KillRun.Toll toll;
    private final Sight sight = new Sight();
    final RandomGenerator random;
    private @Nullable ChildProcess process;

    /**
     * @param sightBoundary the one that the network sees
     */
    Victim(String name, String sightBoundary, RandomGenerator random, KillRun.Toll toll) {
      this.name = name;
      this.sightBoundary = sightBoundary;
      this.random = random;
      this.toll = toll;
    }

    abstract ChildProcess start(String at) throws IOException;

    /** Where the network's look at its messages goes. */
    Sight sight() {
      return sight;
    }

    /** Begins it, to live. */
    void live() throws IOException, InterruptedException {
      begin(NEVER);
    }

    private ChildProcess begin(String at) throws IOException, InterruptedException {
      close();
      ChildProcess begun = start(at);
      process = begun;
      Optional<String> line = begun.nextLine(START);
      if (line.isEmpty() && begun.status(Duration.ofSeconds(5)).orElse(0) != KILLED) {
        throw new IOException("%s does not start; its words are above".formatted(name));
      }
      return begun;
    }

    /** Begins it, to die at a boundary, and waits until it is dead. */
    void die(String boundary) throws IOException, InterruptedException {
      // What is undecided when a gate begins may be only one.
      int passing = boundary.startsWith("find.") ? 1 : 1 + random.nextInt(LATEST_PASSING);
      ChildProcess dying;
      if (boundary.equals(sightBoundary)) {
        dying = begin(NEVER);
        sight.aim(passing, dying::kill);
      } else {
        dying = begin(boundary + ":" + passing);
      }
      Optional<Integer> status = dying.status(LIFE);
      if (status.isEmpty() || status.get() != KILLED) {
        throw new IOException(
            "%s was to die at %s and %s"
                .formatted(
                    name, boundary, status.map(it -> "ended with " + it).orElse("lives on")));
      }
      toll.add(name + " " + boundary);
    }

    /** Tells it to end, and waits until it has. */
    void finish() throws IOException, InterruptedException {
      ChildProcess living = process;
      if (living != null) {
        living.say("end");
        int status = living.status(LIFE).orElse(-1);
        if (status != 0) {
          throw new IOException("%s ended with %d".formatted(name, status));
        }
      }
    }

    /** Ends it in order, so that its books are whole. */
    void end() {
      ChildProcess living = process;
      process = null;
      if (living != null) {
        living.close();
      }
    }

    /** SIGKILL, if it lives. */
    @Override
    public void close() {
      ChildProcess living = process;
      process = null;
      if (living != null) {
        living.kill();
        living.close();
      }
    }
  }

  /** The gate. */
  static final class Gate extends Victim {
    private final KillShop shop;

    Gate(KillShop shop, RandomGenerator random, KillRun.Toll toll) {
      super("gate", Boundaries.REPLY_SENT, random, toll);
      this.shop = shop;
    }

    @Override
    ChildProcess start(String at) throws IOException {
      return ChildProcess.startBriefly(
          KilledGateMain.class, List.of(shop.configFile().toString(), at));
    }
  }

  /** A cart. */
  static final class Cart extends Victim {
    private final Path folder;
    private final String cartId;
    private final KillShop shop;
    private int port;

    Cart(Path folder, String cartId, KillShop shop, RandomGenerator random, KillRun.Toll toll) {
      super("cart", Boundaries.REQUEST_SENT, random, toll);
      this.folder = folder;
      this.cartId = cartId;
      this.shop = shop;
    }

    /** Where its network begins. */
    void way(int portOfNetwork) {
      port = portOfNetwork;
    }

    @Override
    ChildProcess start(String at) throws IOException {
      return ChildProcess.startBriefly(
          KilledCartMain.class,
          List.of(
              folder.toString(),
              cartId,
              Integer.toString(port),
              shop.gateKey().hex(),
              at,
              Long.toString(random.nextLong())));
    }
  }
}
