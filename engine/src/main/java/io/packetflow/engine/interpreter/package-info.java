/**
 * The reference interpreter: the operational semantics of the thesis (appendix A.3), sequential and obviously right.
 * The compiled engine is held against it on random programs; nothing that runs uses it.
 *
 * <p>Cold throughout. May import: molecule, packet, telemetry (a recorder that it ignores), layout. Knows no plan, no
 * ring, no thread.
 */
package io.packetflow.engine.interpreter;
