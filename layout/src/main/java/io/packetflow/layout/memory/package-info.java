/**
 * Off-heap memory: arenas that own it, slabs that read and write it, flyweights that give it names.
 *
 * <p>An {@link io.packetflow.layout.memory.Arena} allocates aligned, pre-touched, huge-page backed blocks and frees
 * them all when it is closed. A {@link io.packetflow.layout.memory.Slab} is one such block: its address never
 * changes, every access names its memory ordering, and bounds checks are on unless
 * {@code -Dpacketflow.layout.bounds.checks=false} took them out when the class was loaded.
 * A {@link io.packetflow.layout.memory.Flyweight} is bound to one slab for life and moves by writing one {@code int}.
 *
 * <p>May import: Agrona's {@code UnsafeApi} (here only), JNA (for {@code madvise}, here only). Knows no rings, no
 * threads.
 */
package io.packetflow.layout.memory;
