package firstline.testkit.locale;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/**
 * In place of {@code @Test}: runs once under each of the default locales zh_CN, en_US and tr_TR,
 * where i and I are not a pair. The default is put back afterwards.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@TestTemplate
@ExtendWith(LocaleContexts.class)
@ResourceLock(Resources.LOCALE)
public @interface ThreeLocales {}
