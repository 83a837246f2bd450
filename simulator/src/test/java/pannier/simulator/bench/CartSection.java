package pannier.simulator.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import pannier.vision.opencv.OpenCv;

/** The cart's whole program: how soon it is ready, and what it takes with two cameras. */
final class CartSection implements Section {
  private static final double READY_SECONDS = 3;
  private static final double MOST_MIB = 400;
  private static final int WATCHED_SECONDS = 8;

  /** What one start gave. */
  private record Start(double readySeconds, double readyCpu, double peakMib, double cores) {}

  @Override
  public List<String> names() {
    return List.of("ready_s", "ready_vs_no_cache", "resident_mib", "cart_cores");
  }

  @Override
  public List<Row> measure(Pace pace) throws Exception {
    if (!Files.isReadable(Path.of("/proc/self/stat"))) {
      return List.of();
    }
    OpenCv.load();
    Clip.write(pace.folder());
    CartHome home = new CartHome(pace.folder());
    home.write();
    CartProgram program = CartProgram.packed(pace.folder());
    start(program.plain(), home, 0); // what is made once: unpacked libraries, embedded photos
    start(program.training(), home, 1);
    List<Start> cached = new ArrayList<>();
    List<Start> plain = new ArrayList<>();
    for (int round = 0; round < Math.max(3, pace.rounds() / 2); round++) {
      cached.add(start(program.cached(), home, WATCHED_SECONDS));
      plain.add(start(program.plain(), home, WATCHED_SECONDS));
    }
    return List.of(
        ready(cached, plain),
        Row.of(
            "ready_vs_no_cache",
            Spread.of(cached.size(), i -> cached.get(i).readyCpu / plain.get(i).readyCpu),
            "the same start without the ahead-of-time cache, processor time",
            null),
        Row.of(
                "resident_mib",
                Spread.of(cached.size(), i -> cached.get(i).peakMib),
                "a limit of 400 MiB, the most in %d s with two cameras".formatted(WATCHED_SECONDS),
                MOST_MIB)
            .with("without_cache", Spread.of(plain.size(), i -> plain.get(i).peakMib).median()),
        Row.of(
            "cart_cores",
            Spread.of(cached.size(), i -> cached.get(i).cores),
            "one core of this machine: the whole program, two cameras at 30 frames/s",
            null));
  }

  private static Row ready(List<Start> cached, List<Start> plain) {
    return Row.of(
            "ready_s",
            Spread.of(cached.size(), i -> cached.get(i).readySeconds),
            "a limit of 3 s on one core, from exec to a free cart whose screen answers",
            READY_SECONDS)
        .with("processor_s", Spread.of(cached.size(), i -> cached.get(i).readyCpu).median())
        .with("without_cache", Spread.of(plain.size(), i -> plain.get(i).readySeconds).median())
        .with(
            "processor_s_without_cache",
            Spread.of(plain.size(), i -> plain.get(i).readyCpu).median());
  }

  private static Start start(List<String> program, CartHome home, int seconds) throws Exception {
    home.forgetTrips();
    try (CartProcess cart = CartProcess.start(program, home)) {
      double before = cart.cpuSeconds();
      long startNanos = System.nanoTime();
      TimeUnit.SECONDS.sleep(seconds);
      double cores = (cart.cpuSeconds() - before) / ((System.nanoTime() - startNanos) / 1e9);
      return new Start(cart.readySeconds(), before, cart.peakMib(), cores);
    }
  }
}
