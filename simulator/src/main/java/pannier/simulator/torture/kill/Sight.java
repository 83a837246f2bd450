package pannier.simulator.torture.kill;

import java.util.concurrent.atomic.AtomicReference;

/** Kills a program as the network sees one of its datagrams pass. Safe for use by many threads. */
final class Sight {
  private final AtomicReference<Aim> aim = new AtomicReference<>(new Aim(0, Sight::miss));

  private record Aim(int left, Runnable shot) {
    Aim next() {
      return new Aim(Math.max(0, left - 1), shot);
    }
  }

  /**
   * @param passing which datagram from now on; 1 is the next
   */
  void aim(int passing, Runnable shot) {
    aim.set(new Aim(passing, shot));
  }

  private static void miss() {
    // nothing is aimed at yet
  }

  /** A datagram has passed. */
  void seen() {
    Aim before = aim.getAndUpdate(Aim::next);
    if (before.left == 1) {
      before.shot.run();
    }
  }
}
