/**
 * What is made of files so that they can be looked at: small pictures, pages, posters and
 * storyboards of films, waveforms of sounds, a film for the browser; and the covers of cards.
 *
 * <p>A row of {@code rendition_job} is written by the database itself wherever a file enters; each
 * node claims rows and keeps what it makes under its own hash. Whatever a file does to the one who
 * reads it, the server stays: a picture is read thinned out, pages are drawn by a process of their
 * own with little memory, films are read by ffmpeg, both with the lowest priority and an end.
 *
 * <ul>
 *   <li>R69.1 when a file becomes part of a version or waits to, its renditions shall be made in a
 *       queue whose progress is seen, that survives a restart and is worked off by all nodes.
 *   <li>R69.2 when a rendition is made of a picture, no more of it shall be unpacked than is shown.
 *   <li>R69.3 when a file cannot be read, its job shall end with a word and no other shall wait for
 *       it; what ends a node three times shall not be tried again.
 *   <li>R69.4 when the tools that films and sounds need are not on this machine, everything else
 *       shall work and the page shall say what is missing.
 *   <li>R69.5 when a rendition is asked for, it shall be given to everybody while its version is
 *       out, and else to officers who may see the version or brought the file.
 *   <li>R69.6 when cards ask for covers, they shall get addresses, colour, orientation and focus of
 *       all of them in one statement; an officer may choose another cover and what must be seen.
 *   <li>R69.7 when two versions are compared, pictures shall stand one over the other and words
 *       show what changed; when one is taken back to, its content shall become the next version.
 * </ul>
 */
@NullMarked
package firstline.publicity.rendition;

import org.jspecify.annotations.NullMarked;
