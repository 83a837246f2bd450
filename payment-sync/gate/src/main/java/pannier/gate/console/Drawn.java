package pannier.gate.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pannier.domain.audit.Sign;
import pannier.gate.audit.Drawing;
import pannier.gate.audit.Finding;
import pannier.gate.audit.Tally;

/**
 * What checks found on a day that the gate drew, and what all of them so far say of each sign.
 *
 * @param checks that ended
 * @param missingMinor what bills were short of
 * @param tooMuchMinor what they asked too much
 */
record Drawn(int checks, int wrong, long missingMinor, long tooMuchMinor, List<Learnt> learnt) {
  /**
   * @param sign by its code
   * @param lift how much more telling than it was thought to be
   */
  record Learnt(String sign, long checks, long wrong, double lift) {}

  static Drawn of(List<Drawing.Checked> ended, Tally tally) {
    int wrong = 0;
    long missing = 0;
    long tooMuch = 0;
    for (Drawing.Checked one : ended) {
      Finding finding = one.finding().orElseThrow();
      wrong += finding.wrong() ? 1 : 0;
      missing += Math.max(0, finding.missingMinor());
      tooMuch += Math.max(0, -finding.missingMinor());
    }
    List<Learnt> learnt = new ArrayList<>();
    for (Map.Entry<Sign, Tally.Found> one : tally.found().entrySet()) {
      Tally.Found found = one.getValue();
      double lift = tally.lift(one.getKey());
      learnt.add(new Learnt(one.getKey().code(), found.checks(), found.wrong(), lift));
    }
    return new Drawn(ended.size(), wrong, missing, tooMuch, learnt);
  }
}
