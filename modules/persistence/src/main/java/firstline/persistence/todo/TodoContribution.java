package firstline.persistence.todo;

import java.util.List;

/** A module tells what waits for the officer at the desk; one statement, whatever the count. */
public interface TodoContribution {
  List<Todo> todos();
}
