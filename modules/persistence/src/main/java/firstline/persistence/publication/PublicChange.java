package firstline.persistence.publication;

/**
 * A CDI event: something that the public sees has changed. Fire it inside the use case; the site
 * hears it after the commit and renders its pages anew.
 */
public record PublicChange(String what) {}
