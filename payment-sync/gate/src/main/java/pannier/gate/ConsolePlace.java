package pannier.gate;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.util.Optional;

/**
 * Where the staff console, receipts and the phone page are served.
 *
 * @param listen port 0 takes any that is free
 * @param link how phones reach it from outside, such as {@code https://gate.example}; empty: by
 *     this machine's own address
 */
public record ConsolePlace(InetSocketAddress listen, Optional<String> link) {
  /**
   * What stands before {@code /receipt/…} on printed codes.
   *
   * @param port that was really taken
   */
  String reachable(int port) throws IOException {
    return link.isPresent() ? link.get() : "http://%s:%d".formatted(host(), port);
  }

  /** No phone reaches a wildcard address: this machine's own one in the store's network then. */
  private String host() throws IOException {
    InetAddress address = listen.getAddress();
    if (!address.isAnyLocalAddress()) {
      return listen.getHostString();
    }
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(it -> it instanceof Inet4Address && !it.isLoopbackAddress())
        .filter(it -> !it.isLinkLocalAddress())
        .map(InetAddress::getHostAddress)
        .findFirst()
        .orElse("localhost");
  }
}
