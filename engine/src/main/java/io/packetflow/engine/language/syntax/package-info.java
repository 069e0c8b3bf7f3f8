/**
 * What a program says, as a tree: immutable records below sealed interfaces. A {@link
 * io.packetflow.engine.language.syntax.ProgramTree} holds {@link io.packetflow.engine.language.syntax.Item}s, these
 * hold {@link io.packetflow.engine.language.syntax.Entry entries},
 * {@link io.packetflow.engine.language.syntax.Statement
 * statements}, {@link io.packetflow.engine.language.syntax.Expression expressions} and {@link
 * io.packetflow.engine.language.syntax.Pattern patterns}; each knows its span.
 *
 * <p>The tree says what was written and not whether it makes sense: the sections of a molecule are entries here, and
 * become composition, bonds and properties in {@code language.check}. Parentheses and semicolons leave no trace. Trees
 * may also be built by programs, with {@link io.packetflow.engine.language.source.Span#NONE}, and printed.
 *
 * <p>Cold throughout. May import: language.source.
 */
package io.packetflow.engine.language.syntax;
