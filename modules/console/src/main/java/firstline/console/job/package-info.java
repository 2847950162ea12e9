/** Long jobs on the screen: how far, and the word that stops them. */
@NullMarked
package firstline.console.job;

import org.jspecify.annotations.NullMarked;
