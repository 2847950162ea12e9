package firstline.speaker.terminal;

/** How far the speaker has come: it has a key, a place, a time, a programme, a sound. */
public enum State {
  NEW,
  ENROLLED,
  SYNCED,
  IDLE,
  PLAYING
}
