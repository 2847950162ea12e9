package firstline.speaker.playing;

/**
 * Now.
 *
 * @param time the server's, in Unix milliseconds; a guess when it is not trusted
 * @param ticks monotonic milliseconds, with which lengths are measured
 */
public record Moment(long time, long ticks, boolean trusted) {}
