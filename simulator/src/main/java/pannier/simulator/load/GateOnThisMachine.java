package pannier.simulator.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pannier.gate.GateConfigFile;
import pannier.gate.GateMain;

/** Finds what a gate that runs on this machine is configured with, by its command line. */
final class GateOnThisMachine {
  private static final String CONFIG = "--config";

  private GateOnThisMachine() {}

  /**
   * The configuration of the gate that listens on {@code port}: one that names the port, or the
   * only one that takes any. Empty if there is none, or nobody may know.
   */
  static Optional<Path> config(int port) {
    List<Path> any = new ArrayList<>();
    for (ProcessHandle process : ProcessHandle.allProcesses().toList()) {
      Optional<Path> file = file(process);
      if (file.isPresent()) {
        int named = port(file.get());
        if (named == port) {
          return file;
        }
        if (named == 0) {
          any.add(file.get());
        }
      }
    }
    return any.size() == 1 ? Optional.of(any.getFirst()) : Optional.empty();
  }

  private static Optional<Path> file(ProcessHandle process) {
    List<String> words = List.of(process.info().arguments().orElse(new String[0]));
    int main = words.indexOf(GateMain.class.getName());
    if (main < 0) {
      return Optional.empty();
    }
    for (int i = main + 1; i < words.size(); i++) {
      if (words.get(i).equals(CONFIG) && i + 1 < words.size()) {
        return Optional.of(whole(process, words.get(i + 1)));
      }
      if (words.get(i).startsWith(CONFIG + "=")) {
        return Optional.of(whole(process, words.get(i).substring(CONFIG.length() + 1)));
      }
    }
    return Optional.empty();
  }

  /** Where the gate was started; Linux tells that. */
  private static Path whole(ProcessHandle process, String name) {
    try {
      Path folder = Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"));
      return folder.resolve(name);
    } catch (IOException e) {
      return Path.of(name);
    }
  }

  /** -1 for a file that is no configuration. */
  private static int port(Path file) {
    try {
      return GateConfigFile.read(file).listen().getPort();
    } catch (IOException e) {
      return -1;
    }
  }
}
