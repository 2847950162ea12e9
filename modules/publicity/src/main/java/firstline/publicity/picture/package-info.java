/**
 * Pictures as pixels: how large they are, which way up they stand, and how they are read without
 * unpacking all of them. What lies in a file besides is no matter here.
 */
@NullMarked
package firstline.publicity.picture;

import org.jspecify.annotations.NullMarked;
