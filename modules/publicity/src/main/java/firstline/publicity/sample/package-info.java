/**
 * A sample city's catalogue: small pictures, moving pictures and sounds drawn by code, in the
 * proportion of the bulletin of 2020.
 *
 * <ul>
 *   <li>R74.1 when the sample city is founded, its catalogue shall hold 130 animations, 110 films
 *       and 9,800 posters and banners, each with a file, a review of exactly what is out, and a
 *       history.
 *   <li>R74.2 when ffmpeg is installed, its films and animations shall be films of H.264 with a
 *       sound that a browser plays; otherwise they shall be moving pictures.
 * </ul>
 */
@NullMarked
package firstline.publicity.sample;

import org.jspecify.annotations.NullMarked;
