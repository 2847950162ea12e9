/** The publicity department: a catalogue of material, a ledger of paper copies, recall. */
@NullMarked
package firstline.publicity;

import org.jspecify.annotations.NullMarked;
