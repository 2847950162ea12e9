package firstline.publicity.rendition;

/** What a rendition is for. */
public enum Role {
  /** JPEG, 320 pixels at most. */
  THUMBNAIL,
  /** JPEG, 1,280 pixels at most. */
  PREVIEW,
  /** JPEG of a page at 110 dpi. */
  PAGE,
  /** JPEG of a film's moment. */
  POSTER,
  /** JPEG of twelve moments of a film. */
  STORYBOARD,
  /** MP4 (H.264, AAC) of at most 480 lines. */
  WEB,
  /** PNG of a sound's loudness over time. */
  WAVEFORM,
  /** The same as numbers from 0 to 100, one a line. */
  PEAKS
}
