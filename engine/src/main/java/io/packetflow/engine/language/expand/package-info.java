/**
 * Macros become code: what stands between parsing and checking. {@link
 * io.packetflow.engine.language.expand.MacroExpander} takes the trees of a program and gives trees without calls of
 * macros, which is all that the checker and the back end ever see.
 *
 * <p>{@code MacroTemplate} is a macro that was looked at once: its parameters, its quotations, the names that they
 * bind. {@code CallerCode} copies a definition and puts the code of macros in the place of their calls, {@code
 * MacroCode} copies the body of one macro for one call. Arguments are trees: they are expanded where they are written,
 * and copied wherever the body unquotes them. Expansion is hygienic in both directions. What the body of a macro binds
 * gets a {@code FreshNames} name in each expansion, so nothing of the caller is captured; what the body names and does
 * not bind is a packet, a function or another macro, which are global, and nothing else, so nothing of the caller is
 * meant by accident. {@code Expansion} holds the limits and the chain of macros that messages show.
 *
 * <p>Cold throughout. May import: language.source, language.syntax, language.parse, language.diagnostic, periodic (for
 * names that are near).
 */
package io.packetflow.engine.language.expand;
