/** The frame of every console page: rail, top bar, home, palette. */
@NullMarked
package firstline.console.shell;

import org.jspecify.annotations.NullMarked;
