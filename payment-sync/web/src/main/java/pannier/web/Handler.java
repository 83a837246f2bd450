package pannier.web;

/** What is done with a request. Called on a virtual thread of its own; it may block. */
@FunctionalInterface
public interface Handler {
  Answer answer(Request request) throws HttpProblem;
}
