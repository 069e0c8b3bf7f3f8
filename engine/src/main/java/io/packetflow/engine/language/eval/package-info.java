/**
 * The reference for what programs compute: an evaluator that walks the tree as it was parsed, without types and without
 * generated code, slow and obviously right. {@link io.packetflow.engine.language.eval.Evaluator} calls functions;
 * {@link io.packetflow.engine.language.eval.EvaluatedPackets} makes packets of it that the interpreter of molecules
 * runs, so that a molecule of compiled packets can be compared with the same one evaluated.
 *
 * <p>Numbers are {@link io.packetflow.engine.language.eval.Decimal}s, computed with {@link java.math.BigInteger} and
 * cut to 64 bits where compiled code wraps; the kinds of numbers do not matter here, since only programs whose types
 * are sound are evaluated.
 *
 * <p>Cold throughout. May import: language.types, language.check, language.code (for the form of a packet),
 * language.syntax, language.diagnostic, molecule, packet, layout.
 */
package io.packetflow.engine.language.eval;
