package firstline.persistence.todo;

import java.util.List;

/**
 * A module names what it counts as {@link Todo}: within the same rights and areas, the most
 * pressing first, at most {@link TodoItem#MOST} a statement.
 */
public interface TodoItemContribution {
  List<TodoItem> items();
}
