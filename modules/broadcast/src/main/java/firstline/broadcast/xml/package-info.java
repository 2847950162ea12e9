/** XML from outside, read without document types, entities or anything from elsewhere. */
@NullMarked
package firstline.broadcast.xml;

import org.jspecify.annotations.NullMarked;
