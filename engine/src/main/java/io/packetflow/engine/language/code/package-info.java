/**
 * The language's back end: packets whose behaviour is a function of the program become Java handlers.
 *
 * <p>{@link io.packetflow.engine.language.code.LanguagePackets} types the packets of a molecule ({@code
 * language.types}) and writes one class for each payload, a flyweight with an accessor a field ({@code AreaSource}),
 * and one for each packet, a final handler ({@code HandlerSource}). Nothing that a program computes lives on the heap:
 * a tuple, a record or a value of several types is so many {@code long}, {@code boolean} and {@code int} locals
 * ({@code Value}); what is read from a payload is read where it lies. {@code ExpressionWriter} writes expressions,
 * {@code ResultWriter} what happens to a result: to be returned, to be kept, or to be written to the payload. A
 * function that gives one number becomes a private method; others are written where they are called. Branches of a
 * large packet become methods of their own, so that every method stays below what the JIT inlines ({@code
 * HandlerSource.METHOD_WEIGHT}).
 *
 * <p>Sources are named after a hash of their text, so the same program gives the same classes, and {@link
 * io.packetflow.engine.codegen.ClassJar} compiles each once.
 *
 * <p>Cold throughout. May import: language.types, language.check, language.syntax, language.source,
 * language.diagnostic, codegen, molecule, packet, layout. Generated code depends on packet, layout and
 * language.runtime only.
 */
package io.packetflow.engine.language.code;
