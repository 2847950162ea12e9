package firstline.rumour.match;

/**
 * Asks this node to take in at once what was published, its vectors too; whoever fires it waits.
 * Some milliseconds a rebuttal.
 */
public record CatchUp() {}
