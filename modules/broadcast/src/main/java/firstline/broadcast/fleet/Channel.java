package firstline.broadcast.fleet;

/** How a speaker reaches the server. */
public enum Channel {
  IP,
  MOBILE,
  RADIO
}
