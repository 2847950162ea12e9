/** Sign-in, second factor, sessions, tokens: who comes through the door. */
@NullMarked
package firstline.console.signin;

import org.jspecify.annotations.NullMarked;
