/**
 * Compliance: a trail of every order decision, and simple surveillance counters over it.
 *
 * <p>{@link io.packetflow.trading.compliance.ComplianceTrail} is a ring of 64-byte records written by one thread and
 * read by others without stopping it ({@link io.packetflow.trading.compliance.ComplianceTrailReader}, which also prints
 * it as CSV). {@link io.packetflow.trading.compliance.Surveillance} counts what a supervisor of algorithmic trading
 * asks for (MiFID II, Commission Delegated Regulation (EU) 2017/566: ratio of unexecuted orders to transactions;
 * 2017/589: message rates): orders and trades a symbol, messages a second.
 *
 * <p>The trail is the window for people and tools; what must survive a crash is the journal's.
 *
 * <p>May import: {@code layout}.
 */
package io.packetflow.trading.compliance;
