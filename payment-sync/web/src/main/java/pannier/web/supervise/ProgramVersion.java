package pannier.web.supervise;

import java.util.Optional;
import picocli.CommandLine;

/** What {@code --version} says: the version that the package's jars carry in their manifests. */
public final class ProgramVersion implements CommandLine.IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"pannier " + packaged().orElse("(not packaged)")};
  }

  /** The version of the package that this runs from; empty outside packages. */
  public static Optional<String> packaged() {
    return Optional.ofNullable(ProgramVersion.class.getPackage().getImplementationVersion());
  }
}
