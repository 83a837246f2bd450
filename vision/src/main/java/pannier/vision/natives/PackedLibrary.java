package pannier.vision.natives;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.util.Optional;

/**
 * One library file on the class path.
 *
 * @param name its file name once unpacked
 * @param url where it is packed
 * @param sizeBytes its unpacked length
 * @param checksum CRC-32 out of its jar, 0 when it lies in a plain folder
 */
record PackedLibrary(String name, URL url, long sizeBytes, long checksum) {

  /** Empty when the class path does not have it. */
  static Optional<PackedLibrary> find(ClassLoader loader, String resource) throws IOException {
    URL url = loader.getResource(resource);
    if (url == null) {
      return Optional.empty();
    }
    String name = resource.substring(resource.lastIndexOf('/') + 1);
    URLConnection connection = url.openConnection();
    if (connection instanceof JarURLConnection jar) {
      var entry = jar.getJarEntry();
      return Optional.of(new PackedLibrary(name, url, entry.getSize(), entry.getCrc()));
    }
    return Optional.of(new PackedLibrary(name, url, connection.getContentLengthLong(), 0));
  }

  InputStream open() throws IOException {
    return url.openStream();
  }
}
