package pannier.pricing.csv;

/** One product's cells, wherever they come from. */
interface TableRow {
  /** What stands under a column, stripped; empty where nothing does. */
  String text(Column column);

  /** The line of a cell, counted from 1. */
  long line(Column column);
}
