package pannier.simulator.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import pannier.simulator.load.fleet.LossyProxy;
import pannier.simulator.process.ChildProcess;

/** The gates that carts settle against, and the network before each. */
final class LoadGates implements AutoCloseable {
  private final List<TargetGate> gates = new ArrayList<>();
  private final List<LossyProxy> networks = new ArrayList<>();
  private final List<InetSocketAddress> ways = new ArrayList<>();

  private LoadGates() {}

  /** Starts those that do not run. */
  static LoadGates open(LoadTarget target, List<Path> configs, LoadPlan plan)
      throws IOException, InterruptedException {
    LoadGates all = new LoadGates();
    try {
      switch (target) {
        case LoadTarget.Running running -> all.gates.add(TargetGate.at(running.address()));
        case LoadTarget.Own _ -> {
          for (Path config : configs) {
            all.gates.add(TargetGate.start(config));
          }
        }
      }
      SplittableRandom random = new SplittableRandom(plan.seed());
      for (TargetGate gate : all.gates) {
        if (plan.loss() > 0) {
          LossyProxy network = LossyProxy.open(gate.address(), plan.loss(), random.split());
          all.networks.add(network);
          all.ways.add(network.address());
        } else {
          all.ways.add(gate.address());
        }
      }
      return all;
    } catch (IOException | InterruptedException | RuntimeException e) {
      all.close();
      throw e;
    }
  }

  /** Those that are ours. */
  List<ChildProcess> processes() {
    return gates.stream().flatMap(gate -> gate.process().stream()).toList();
  }

  /** Where a cart sends to: they are dealt out in turn. */
  InetSocketAddress way(int cart) {
    return ways.get(cart % ways.size());
  }

  /** Ends those that are ours, so that their books are whole. */
  void end() {
    gates.forEach(TargetGate::end);
  }

  @Override
  public void close() throws IOException {
    end();
    for (LossyProxy network : networks) {
      network.close();
    }
  }
}
