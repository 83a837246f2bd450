package pannier.simulator.bench;

import java.nio.file.Path;
import java.util.List;

/** Some contenders over the same material, and the memory that they share. */
record Contest(List<Contender> contenders, Closing memory) implements AutoCloseable {
  Contest {
    contenders = List.copyOf(contenders);
  }

  /** Gives memory and files back. */
  interface Closing {
    void close() throws Exception;
  }

  /**
   * Makes a contest ready.
   *
   * @param name a {@link ContestName} in small letters, and a size after a colon where it has one
   * @param folder of the bench's files
   */
  static Contest open(String name, Path folder) throws Exception {
    String[] parts = name.split(":", 2);
    int size = parts.length == 2 ? Integer.parseInt(parts[1]) : 0;
    return switch (ContestName.valueOf(parts[0])) {
      case FRAMES -> FrameContest.open(folder);
      case MODEL -> ModelContest.open(folder);
      case GALLERY -> GalleryContest.open(size);
      case DECISION -> DecisionContest.open(size);
      case COMMITS -> CommitContest.open(folder);
    };
  }

  @Override
  public void close() throws BenchException {
    try {
      memory.close();
    } catch (Exception e) {
      throw new BenchException("what a contest used cannot be given back: " + e.getMessage(), e);
    }
  }
}
