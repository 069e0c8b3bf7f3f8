/**
 * Cold path. What a slot of a ring looks like, as data: records of typed fields
 * ({@link io.packetflow.layout.record.RecordLayout}), areas with their writers
 * ({@link io.packetflow.layout.record.AreaSpec}) and the molecule layout that puts them into one slot
 * ({@link io.packetflow.layout.record.MoleculeLayout}).
 *
 * <p>A layout is planned once, before any thread runs. Hot code never asks a layout: flyweights take their offsets from
 * it into {@code static final} constants. Everything here is immutable and compared by value, so that plans can be
 * printed, diffed and hashed.
 *
 * <p>May import nothing but the JDK.
 */
package io.packetflow.layout.record;
