package firstline.speaker.network;

/**
 * What came back.
 *
 * @param status of HTTP; 0 when nothing came back
 * @param retryAfter milliseconds that the server asks for, or 0
 */
record Answer(int status, byte[] body, String etag, long retryAfter) {
  static final Answer NONE = new Answer(0, new byte[0], "", 0);
}
