/**
 * From text to tree. {@link io.packetflow.engine.language.parse.SourceParser} runs the steps: the generated lexer, the
 * examination of each word ({@code WordCheck}), brackets made to match ({@code BracketBalance}), signs that mean
 * something else at the start of a line ({@code TokenShaping}), the generated parser with messages of our own ({@code
 * SyntaxErrors}), and the tree ({@code TreeBuilder}).
 *
 * <p>All errors of a file are found in one run: a definition that is damaged is left out of the tree, and the others
 * are built. Nothing here throws for what is wrong with a program.
 *
 * <p>Cold throughout. May import: language.grammar (generated), language.source, language.syntax, language.diagnostic,
 * periodic, ANTLR.
 */
package io.packetflow.engine.language.parse;
