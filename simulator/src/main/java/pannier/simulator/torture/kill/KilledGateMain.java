package pannier.simulator.torture.kill;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import pannier.gate.Gate;
import pannier.gate.GateConfig;
import pannier.gate.GateConfigFile;
import pannier.gate.coap.CartKeys;
import pannier.gate.ledger.Ledger;
import pannier.gate.pairing.Doorkeeper;
import pannier.gate.provider.PaymentProvider;
import pannier.gate.provider.SandboxProvider;
import pannier.gate.settlement.Barrier;
import pannier.gate.settlement.GateParts;
import pannier.pricing.csv.CatalogueFile;

/**
 * The gate as {@code ./pannier gate} wires it, with a boundary at each step: {@code CONFIG AT}. It
 * says {@code ready} and its port; one that is told to die does so there.
 */
public final class KilledGateMain {
  private KilledGateMain() {}

  public static void main(String[] arguments) throws IOException {
    Quiet.logs();
    GateConfig config = GateConfigFile.read(Path.of(arguments[0]));
    DeadlyParts deadly = new DeadlyParts(new Death(arguments[1]));
    FileChannel openings =
        FileChannel.open(
            config.barrier().orElseThrow(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    GateParts parts =
        new GateParts(
            deadly.around(Ledger.class, config.ledger().open(deadly::around)),
            deadly.around(PaymentProvider.class, SandboxProvider.open(config.shelf())),
            deadly.around(
                Barrier.class, (key, receiptId) -> write(openings, key + " " + receiptId + "\n")),
            CatalogueFile.open(config.catalogue()).catalogue(),
            InstantSource.system());
    Doorkeeper keeper = Doorkeeper.open(config.data(), config.shelf(), InstantSource.system());
    Gate gate = Gate.start(parts, config.listen(), keeper, CartKeys.NONE);
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(gate::close));
    System.out.println("ready " + gate.port());
  }

  private static void write(FileChannel file, String line) {
    try {
      file.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new IllegalStateException("the barrier does not move", e);
    }
  }
}
