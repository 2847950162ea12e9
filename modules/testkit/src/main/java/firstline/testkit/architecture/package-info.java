/** The rules of the house that bytecode can tell, each proven red by a fixture. */
@NullMarked
package firstline.testkit.architecture;

import org.jspecify.annotations.NullMarked;
