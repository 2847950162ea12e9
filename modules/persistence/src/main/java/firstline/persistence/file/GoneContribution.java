package firstline.persistence.file;

/** What a module once opened to all and took back: its address says so instead of nothing. */
public interface GoneContribution {
  /** True if a content of this hash was out once. */
  boolean wasOut(String sha256);
}
