package firstline.persistence.publication;

/**
 * A CDI event: a person was shown a public page, fresh or from memory. It names the page and
 * nothing of the reader: no address, no cookie, no browser.
 *
 * @param path of the page, without its query, such as {@code /rumours/2026-0001}
 */
public record PageServed(String path) {}
