package io.packetflow.engine.codegen;

import java.util.Collection;
import java.util.List;

import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.molecule.Packet;

/** The bit of each packet in STOP masks: its index in the molecule's composition. */
final class PacketBits
{
    private PacketBits()
    {
    }

    static long of(final Molecule molecule, final Collection<String> names)
    {
        final List<String> all = molecule.packets().stream().map(Packet::name).toList();
        long mask = 0;
        for (final String name : names)
        {
            mask |= 1L << all.indexOf(name);
        }
        return mask;
    }

    static String text(final long mask)
    {
        return "0x" + Long.toHexString(mask) + "L";
    }
}
