package pannier.gate.pairing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import pannier.wire.key.PeerKey;

/** A cart's key, and whether it is the one in use. */
record KeyRow(PairedCart cart, String state) {
  static final String PAIRED = "PAIRED";

  static KeyRow read(ResultSet row) throws SQLException {
    return new KeyRow(
        new PairedCart(
            row.getString("cart_id"),
            new PeerKey(row.getString("key")),
            Instant.ofEpochMilli(row.getLong("since")),
            row.getString("staff")),
        row.getString("state"));
  }

  boolean paired() {
    return state.equals(PAIRED);
  }
}
