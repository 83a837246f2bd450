package pannier.web;

/** What a browser gets: one response, or events until it leaves. */
public sealed interface Answer permits Response, EventStream {}
