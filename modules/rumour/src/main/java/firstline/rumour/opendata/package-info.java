/** What programs take from the public site: feeds, the dump of all reviews, the table, sitemap. */
@NullMarked
package firstline.rumour.opendata;

import org.jspecify.annotations.NullMarked;
