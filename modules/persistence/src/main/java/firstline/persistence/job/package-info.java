/** Long work that an officer started: it runs on, shows how far it is, and can be stopped. */
@NullMarked
package firstline.persistence.job;

import org.jspecify.annotations.NullMarked;
