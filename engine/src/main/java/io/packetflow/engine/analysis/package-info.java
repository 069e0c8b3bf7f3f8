/**
 * Static analysis of a molecule (thesis chapter 6): everything that can be said of it before it runs. An {@link
 * io.packetflow.engine.analysis.AnalysisReport} collects the answers of the packages below, each a record with its
 * evidence, and judges them: a {@link io.packetflow.engine.analysis.Finding} has a severity, a {@link
 * io.packetflow.engine.analysis.Rule} with a stable name, a place and a remedy. The packages below judge nothing and
 * know nothing of findings.
 *
 * <p>Cold throughout, pure functions, polynomial but for one search, whose steps are limited. May import: its
 * subpackages, molecule, cost, plan, and the table of cli.
 */
package io.packetflow.engine.analysis;
