package firstline.broadcast.faults;

/**
 * What the door said.
 *
 * @param status as in HTTP; 0 when nothing came
 * @param time the server's, in milliseconds
 */
record Answer(int status, long time, String tag, byte[] body) {
  static final Answer NONE = new Answer(0, 0, "", new byte[0]);

  static Answer of(int status, long time) {
    return new Answer(status, time, "", new byte[0]);
  }
}
