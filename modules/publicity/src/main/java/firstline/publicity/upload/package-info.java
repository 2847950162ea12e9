/**
 * Files that officers bring by the folder: transferred by the tus protocol (version 1.0.0), looked
 * at, compared with what there is, and made material of.
 *
 * <ul>
 *   <li>R67.5 when a transfer is cut, it shall go on where it stopped, with at most one chunk sent
 *       again; a file of 2 GB that is cut 20 times shall arrive whole, with at most 64 MB of
 *       memory.
 *   <li>R67.6 when thousands of files are brought at once, a few shall be on their way at a time,
 *       each show its state, and one that is refused shall hold back none of the others.
 *   <li>R67.7 when a file was taken in, it shall wait with a guess of its title and kind until its
 *       officer makes material of it; only its officer sees it until then.
 *   <li>R67.8 when a transfer is told to be whole twice, it shall be taken in once.
 * </ul>
 */
@NullMarked
package firstline.publicity.upload;

import org.jspecify.annotations.NullMarked;
