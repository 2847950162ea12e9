package firstline.persistence.aggregate;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An id that may be absent: this version of the ORM's own mapping cannot read one that is null. */
@Converter
public class OptionalId implements AttributeConverter<UUID, UUID> {
  @Override
  public @Nullable UUID convertToDatabaseColumn(@Nullable UUID id) {
    return id;
  }

  @Override
  public @Nullable UUID convertToEntityAttribute(@Nullable UUID stored) {
    return stored;
  }
}
