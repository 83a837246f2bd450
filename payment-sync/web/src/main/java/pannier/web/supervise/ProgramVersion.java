package pannier.web.supervise;

import picocli.CommandLine;

/** What {@code --version} says: the version that the package's jars carry in their manifests. */
public final class ProgramVersion implements CommandLine.IVersionProvider {
  @Override
  public String[] getVersion() {
    String packaged = ProgramVersion.class.getPackage().getImplementationVersion();
    return new String[] {"pannier " + (packaged == null ? "(not packaged)" : packaged)};
  }
}
