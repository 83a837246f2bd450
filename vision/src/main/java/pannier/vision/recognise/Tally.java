package pannier.vision.recognise;

/** Counts how often the right product came first, or among the first five. */
final class Tally {
  private int photos;
  private int first;
  private int amongFive;

  /** Counts a photo whose right product came at that place, 0 for first. */
  void count(int place) {
    photos++;
    first += place == 0 ? 1 : 0;
    amongFive += place < 5 ? 1 : 0;
  }

  int photos() {
    return photos;
  }

  double top1() {
    return (double) first / photos;
  }

  double top5() {
    return (double) amongFive / photos;
  }
}
