/**
 * What bonds mean as dependencies (thesis section 3.3.1), as data: temporal ones with their closure and their cycle,
 * resource ones with the cycles that they form, and groups that coordinate. Takes structures as they are, also those
 * whose ionic bonds form a cycle, so that a checker can ask what is wrong.
 *
 * <p>Cold throughout. May import: molecule, JGraphT.
 */
package io.packetflow.engine.chemistry.dependency;
