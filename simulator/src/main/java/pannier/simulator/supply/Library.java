package pannier.simulator.supply;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * One library, as Maven names it.
 *
 * @param name {@code GROUP:ARTIFACT}
 */
record Library(String name, String version) {
  /** Artifact, version and file follow the group in a repository's paths. */
  private static final int AFTER_GROUP = 3;

  /**
   * The libraries of jars in one Maven repository, each once; the repository's folder is what their
   * paths have in common, so there must be jars of different groups.
   */
  static List<Library> of(List<Path> jars) {
    int repository = jars.stream().mapToInt(it -> common(jars.getFirst(), it)).min().orElse(0);
    return jars.stream()
        .filter(it -> it.getNameCount() > repository + AFTER_GROUP)
        .map(it -> of(it.subpath(repository, it.getNameCount())))
        .distinct()
        .toList();
  }

  private static Library of(Path jar) {
    int artifact = jar.getNameCount() - AFTER_GROUP;
    String group =
        StreamSupport.stream(jar.subpath(0, artifact).spliterator(), false)
            .map(Path::toString)
            .collect(Collectors.joining("."));
    return new Library(group + ":" + jar.getName(artifact), jar.getName(artifact + 1).toString());
  }

  private static int common(Path one, Path other) {
    int names = 0;
    while (names < Math.min(one.getNameCount(), other.getNameCount())
        && one.getName(names).equals(other.getName(names))) {
      names++;
    }
    return names;
  }

  @Override
  public String toString() {
    return name + " " + version;
  }
}
