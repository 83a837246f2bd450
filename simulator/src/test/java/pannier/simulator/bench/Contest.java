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
   * @param name a {@link ContestName} in small letters, and after a colon what it takes: a size, or
   *     the URL of a database
   * @param folder of the bench's files
   */
  static Contest open(String name, Path folder) throws Exception {
    String[] parts = name.split(":", 2);
    return switch (ContestName.valueOf(parts[0])) {
      case FRAMES -> FrameContest.open(folder);
      case MODEL -> ModelContest.open(folder);
      case GALLERY -> GalleryContest.open(Integer.parseInt(parts[1]));
      case DECISION -> DecisionContest.open(Integer.parseInt(parts[1]));
      case COMMITS -> CommitContest.open(folder);
      case SERVER_COMMITS -> ServerCommitContest.open(parts[1]);
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
