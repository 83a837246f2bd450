package pannier.simulator.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Something that takes a while, for people who wait.
 *
 * @param what in words
 * @param done 0 to {@code of}
 * @param note how it ended; empty while it goes on
 */
record Task(String what, long done, long of, String note) {
  ObjectNode json(ObjectNode to) {
    return to.put("what", what).put("done", done).put("of", of).put("note", note);
  }
}
