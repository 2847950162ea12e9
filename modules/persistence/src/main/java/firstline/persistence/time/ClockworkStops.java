package firstline.persistence.time;

/**
 * A CDI event: the application is about to stop, and everything still stands. Whoever has something
 * to write down does so now: at CDI's own {@code Shutdown} the server has closed its pool of
 * connections.
 */
public record ClockworkStops() {}
