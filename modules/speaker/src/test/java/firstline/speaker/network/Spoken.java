package firstline.speaker.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What somebody says in the one live page of a test, piece by piece. */
final class Spoken {
  /** A piece and its number. */
  record Piece(int number, byte[] sound) {}

  private final List<byte[]> said = new ArrayList<>();
  private boolean silent;

  synchronized void say(byte[] piece) {
    said.add(piece);
    notifyAll();
  }

  synchronized void fallSilent() {
    silent = true;
    notifyAll();
  }

  /** Waits for the piece, 0 for the newest; none when there will be none. */
  synchronized Optional<Piece> await(int wanted) throws InterruptedException {
    while (said.size() < Math.max(1, wanted) && !silent) {
      wait();
    }
    int number = wanted == 0 ? said.size() : wanted;
    return number < 1 || number > said.size()
        ? Optional.empty()
        : Optional.of(new Piece(number, said.get(number - 1)));
  }
}
