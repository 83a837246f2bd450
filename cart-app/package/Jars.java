import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * Writes a class path as jars that the JDK's start-up cache takes: folders become jars, signatures
 * go, and so do native libraries of other platforms. Prints the jars' names in their order. All
 * entries carry one fixed time, so that the same input gives the same bytes.
 *
 * <p>Arguments: the folder to write to, the platform to keep, the version, the class path.
 */
final class Jars {
  private static final FileTime TIME = FileTime.fromMillis(1_767_225_600_000L);
  private static final List<String> SQLITE = List.of("/Linux/x86_64/", "/Linux/aarch64/");

  private final Path folder;
  private final String platform;
  private final String version;

  private Jars(Path folder, String platform, String version) {
    this.folder = folder;
    this.platform = platform;
    this.version = version;
  }

  public static void main(String[] args) throws IOException {
    Jars jars = new Jars(Path.of(args[0]), args[1], args[2]);
    for (String element : args[3].split(":", -1)) {
      System.out.println(jars.write(Path.of(element)));
    }
  }

  private String write(Path element) throws IOException {
    boolean ours = Files.isDirectory(element);
    String name = ours ? "pannier-" + module(element) + ".jar" : element.getFileName().toString();
    Path jar = folder.resolve(name);
    if (Files.exists(jar)) {
      throw new IOException(name + ": two elements of the class path have this name");
    }
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      Map<String, Source> entries = ours ? files(element) : Map.of();
      if (ours) {
        manifest(out);
        for (String below : folders(entries.keySet())) {
          entry(out, below); // Flyway finds scripts by their folder's own entry
        }
        for (var entry : entries.entrySet()) {
          put(out, entry.getKey(), entry.getValue());
        }
      } else {
        copy(element, out);
      }
    }
    Files.setLastModifiedTime(jar, TIME);
    return name;
  }

  private interface Source {
    InputStream open() throws IOException;
  }

  /** {@code …/cart-app/domain/target/classes} is the module "domain". */
  private static String module(Path classes) {
    return classes.toAbsolutePath().getParent().getParent().getFileName().toString()
        + (classes.toString().contains("payment-sync/cart") ? "-payment" : "");
  }

  private static Map<String, Source> files(Path folder) throws IOException {
    Map<String, Source> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      walk.filter(Files::isRegularFile)
          .forEach(
              file ->
                  files.put(folder.relativize(file).toString(), () -> Files.newInputStream(file)));
    }
    return files;
  }

  /** {@code a/} and {@code a/b/} for {@code a/b/c}. */
  private static Set<String> folders(Set<String> files) {
    Set<String> folders = new TreeSet<>();
    for (String file : files) {
      for (int at = file.indexOf('/'); at >= 0; at = file.indexOf('/', at + 1)) {
        folders.add(file.substring(0, at + 1));
      }
    }
    folders.remove("META-INF/");
    return folders;
  }

  private void manifest(JarOutputStream out) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, version);
    entry(out, "META-INF/MANIFEST.MF");
    manifest.write(out);
  }

  private void copy(Path from, JarOutputStream out) throws IOException {
    try (JarFile jar = new JarFile(from.toFile(), false)) {
      for (Enumeration<JarEntry> all = jar.entries(); all.hasMoreElements(); ) {
        JarEntry one = all.nextElement();
        if (one.isDirectory()) {
          entry(out, one.getName());
        } else if (!isSignature(one.getName()) && isOfThisPlatform(one.getName())) {
          put(out, one.getName(), unsigned(jar, one));
        }
      }
    }
  }

  /** A signed jar's manifest has a section with digests for each entry; only its head stays. */
  private static Source unsigned(JarFile jar, JarEntry entry) {
    if (!entry.getName().equals(JarFile.MANIFEST_NAME)) {
      return () -> jar.getInputStream(entry);
    }
    return () -> {
      Manifest kept = new Manifest();
      kept.getMainAttributes().putAll(jar.getManifest().getMainAttributes());
      var bytes = new java.io.ByteArrayOutputStream();
      kept.write(bytes);
      return new java.io.ByteArrayInputStream(bytes.toByteArray());
    };
  }

  private static boolean isSignature(String name) {
    return name.startsWith("META-INF/")
        && name.toUpperCase(Locale.ROOT).matches("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");
  }

  /** SQLite's driver carries its library for a dozen platforms. */
  private boolean isOfThisPlatform(String name) {
    if (!name.startsWith("org/sqlite/native/")) {
      return true;
    }
    return name.contains(SQLITE.get(platform.endsWith("arm64") ? 1 : 0));
  }

  private static void put(JarOutputStream out, String name, Source source) throws IOException {
    entry(out, name);
    try (InputStream in = source.open()) {
      in.transferTo((OutputStream) out);
    }
  }

  private static void entry(JarOutputStream out, String name) throws IOException {
    JarEntry entry = new JarEntry(name);
    entry.setLastModifiedTime(TIME);
    out.putNextEntry(entry);
  }
}
