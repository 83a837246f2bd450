package pannier.simulator.torture.kill;

import org.tinylog.configuration.Configuration;

/** Programs that are killed hundreds of times say only what is wrong. */
final class Quiet {
  private Quiet() {}

  static void logs() {
    Configuration.set("writer", "console");
    Configuration.set("writer.stream", "err");
    Configuration.set("level", "error");
  }
}
