/** What an installation is told from outside: data folder, profile, address, secret. */
@NullMarked
package firstline.persistence.setting;

import org.jspecify.annotations.NullMarked;
