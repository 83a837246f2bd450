package pannier.simulator.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import pannier.gate.GateMain;
import pannier.simulator.process.ChildProcess;

/**
 * The gate that carts settle against.
 *
 * @param process there if it is ours
 */
record TargetGate(InetSocketAddress address, Optional<ChildProcess> process)
    implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(4);

  /** One that somebody else has started. */
  static TargetGate at(InetSocketAddress address) {
    return new TargetGate(address, Optional.empty());
  }

  /** Starts one. */
  static TargetGate start(Path config) throws IOException, InterruptedException {
    ChildProcess process =
        ChildProcess.start(GateMain.class, List.of("--json", "--config", config.toString()));
    Optional<String> line = process.nextLine(START);
    JsonNode ready = new ObjectMapper().readTree(line.orElse("{}"));
    if (!ready.has("port")) {
      process.close();
      throw new IOException("the gate did not start; its own words are above");
    }
    return new TargetGate(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), ready.get("port").asInt()),
        Optional.of(process));
  }

  /** Ends it, if it is ours, so that its books are whole. */
  void end() {
    process.ifPresent(ChildProcess::close);
  }

  @Override
  public void close() {
    end();
  }
}
