/**
 * What officers say to each other about a record: the part of it that the modules know. A record is
 * named by its kind and id, and its own module alone says who may open it.
 */
@NullMarked
package firstline.persistence.talk;

import org.jspecify.annotations.NullMarked;
