/**
 * Sounds: uploaded, recorded in the browser or made from text; measured, brought to one loudness,
 * kept under their hash, and handed to whoever asks once they are approved.
 *
 * <p>A sound is kept as MP3 with 64 kbit/s, one channel and 24 kHz: horn loudspeakers end at 8 kHz,
 * every terminal decodes it, and at this rate the bits suffice for music too; and as Opus for
 * browsers on thin lines. The original is not kept. Loudness and true peak after ITU-R BS.1770-4
 * (EBU R 128), measured by ffmpeg in what is kept, never believed from what is told.
 *
 * <ul>
 *   <li>R38.1 when a sound is taken in, it shall be known by its content alone; what holds no
 *       sound, is empty, broken, silent, shorter than a second or longer than half an hour shall be
 *       refused with what is wrong.
 *   <li>R38.2 when a sound is kept, its loudness shall be −16 LUFS ± 1 and its true peak −1.5 dBTP
 *       at most, measured in the kept file, however quiet or clipped it came.
 *   <li>R38.3 when a sound is kept, its length shall be counted in the decoded sound, never read
 *       from a header.
 *   <li>R38.4 when the tools that sounds need are not on this machine, everything else shall work,
 *       and the page shall say what is missing.
 *   <li>R38.5 when a sound is asked for by its hash, it shall be given to anybody, whole or in
 *       part, if something approved plays it, and to nobody otherwise.
 *   <li>R38.6 when a schedule has sounds, the reviewer's approval shall be bound to their hashes
 *       and order, its length be theirs, and the programme carry them beside the text.
 *   <li>R38.7 when speech is made from a text, the words of the lexicon shall be read as it says.
 *   <li>R38.8 when more sounds are brought than can be made at once, they shall wait in a bounded
 *       queue, and their progress be seen.
 * </ul>
 */
@NullMarked
package firstline.broadcast.media;

import org.jspecify.annotations.NullMarked;
