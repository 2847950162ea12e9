/** The department for programs: the addresses below {@code /api/v1/rumours}. */
@NullMarked
package firstline.rumour.rest;

import org.jspecify.annotations.NullMarked;
