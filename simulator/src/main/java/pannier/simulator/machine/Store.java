package pannier.simulator.machine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import pannier.domain.catalogue.Catalogue;
import pannier.gate.ledger.LedgerReport;
import pannier.gate.ledger.SettlementRow;
import pannier.gate.pairing.BillKeys;
import pannier.gate.provider.SandboxProvider;

/**
 * What a shop's gates share: the ledger's and the payment provider's files, the prices, and what
 * came out at the barriers.
 *
 * @param folder of the files
 * @param catalogue with the gate's prices
 * @param keys of the carts that are paired with it
 * @param openings receipts for which a barrier opened, in that order; grows
 */
public record Store(Path folder, Catalogue catalogue, BillKeys keys, List<String> openings) {
  /** A shop that has not sold anything yet. */
  public Store(Path folder, Catalogue catalogue, BillKeys keys) {
    this(folder, catalogue, keys, new ArrayList<>());
  }

  Path ledgerFile() {
    return folder.resolve("ledger.db");
  }

  Path cartsFile() {
    return folder.resolve("carts.db");
  }

  Path providerFile() {
    return folder.resolve("sandbox.db");
  }

  /** Every attempt in the ledger, by trip and attempt. */
  public List<SettlementRow> settlements() throws IOException {
    try (LedgerReport report = LedgerReport.open(ledgerFile())) {
      return report.settlements();
    }
  }

  /** What the payment provider holds or has taken, in minor units, whatever the ledger says. */
  public long chargedMinor() throws IOException {
    try (SandboxProvider provider = SandboxProvider.open(providerFile())) {
      return provider.entries().stream()
          .filter(entry -> entry.state().equals("AUTHORISED") || entry.state().equals("CAPTURED"))
          .mapToLong(SandboxProvider.Entry::amountMinor)
          .sum();
    }
  }
}
