/** The officer's own page: profile, language, password, sessions, tokens, second factor. */
@NullMarked
package firstline.console.me;

import org.jspecify.annotations.NullMarked;
