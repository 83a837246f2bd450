package pannier.simulator.bench;

import java.util.List;

/** Rows that are measured together. */
interface Section {
  /** The names of its rows, as far as they are known before. */
  List<String> names();

  List<Row> measure(Pace pace) throws Exception;
}
