/*
 * Copyright 2026 the PacketFlow authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.packetflow.layout.record;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Cold path. The slot of a molecule: where each packet's area lies. Made by {@link MoleculeLayoutPlanner}; immutable;
 * equal if name, stride and all areas (records, writers, offsets) are equal.
 *
 * <p>Guarantees, for a ring whose first slot lies at a multiple of {@link #alignmentBytes()}:
 * <ul>
 * <li>bytes of different writers never share a pair of cache lines (128 bytes, aligned), neither in a slot nor across
 * neighbouring slots, so that neither a write nor the adjacent-line prefetcher takes a line from another core;</li>
 * <li>the areas of one writer lie together, each at a multiple of 8; what is lost between and behind them is less than
 * a line (one writer) or a pair of lines (several) a writer;</li>
 * <li>the first area, the header, lies at offset 0.</li>
 * </ul>
 */
public final class MoleculeLayout
{
    /** Bytes of a cache line: what one core takes from another. */
    public static final int LINE_BYTES = 64;

    /** Bytes of the pair of lines that the adjacent-line prefetcher fetches together. */
    public static final int PAIR_BYTES = 2 * LINE_BYTES;

    private static final long FNV_OFFSET_BASIS = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;

    private final String name;
    private final List<PlacedArea> areas;
    private final Map<String, PlacedArea> byName;
    private final List<Integer> writers;
    private final int strideBytes;

    MoleculeLayout(final String name, final List<PlacedArea> areas, final int strideBytes)
    {
        this.name = name;
        this.areas = List.copyOf(areas);
        this.byName = new LinkedHashMap<>();
        for (final PlacedArea area : this.areas)
        {
            byName.put(area.name(), area);
        }
        this.writers = this.areas.stream().map(PlacedArea::writer).distinct().toList();
        this.strideBytes = strideBytes;
    }

    /**
     * Finds the stride of a ring that is to serve several plans, one after the other.
     *
     * @param plans of one molecule, at least one
     * @return the smallest stride that suits all of them, for {@link #withMinimumStride}
     * @throws IllegalArgumentException if there is no plan
     */
    public static int commonStrideBytes(final Collection<MoleculeLayout> plans)
    {
        if (plans.isEmpty())
        {
            throw new IllegalArgumentException("a common stride needs at least one plan");
        }
        int stride = 0;
        int granule = LINE_BYTES;
        for (final MoleculeLayout plan : plans)
        {
            stride = Math.max(stride, plan.strideBytes);
            granule = Math.max(granule, plan.alignmentBytes());
        }
        return MoleculeLayoutPlanner.roundUp(stride, granule);
    }

    /** Returns the molecule's name. */
    public String name()
    {
        return name;
    }

    /** Returns the areas by ascending offset. */
    public List<PlacedArea> areas()
    {
        return areas;
    }

    /**
     * Looks an area up.
     *
     * @param area name of the area
     * @return the area
     * @throws IllegalArgumentException if there is no such area
     */
    public PlacedArea area(final String area)
    {
        final PlacedArea found = byName.get(area);
        if (found == null)
        {
            throw new IllegalArgumentException("molecule " + name + " has no area " + area + ": " +
                Names.suggestion(String.valueOf(area), byName.keySet()));
        }
        return found;
    }

    /**
     * Looks an area's place up. For plans and constants, not for hot paths.
     *
     * @param area name of the area
     * @return the offset of its first byte from the start of the slot
     * @throws IllegalArgumentException if there is no such area
     */
    public int offset(final String area)
    {
        return area(area).offset();
    }

    /** Returns the distance between the starts of neighbouring slots, in bytes. */
    public int strideBytes()
    {
        return strideBytes;
    }

    /** Returns what the address of the ring's first slot must be a multiple of, and the stride is: 64 or 128. */
    public int alignmentBytes()
    {
        return MoleculeLayoutPlanner.granule(writers.size());
    }

    /** Returns the ids of the nodes that write, in the order in which their areas lie. */
    public List<Integer> writers()
    {
        return writers;
    }

    /** Returns the stride divided by the number of areas, rounded up. */
    public int bytesPerArea()
    {
        return (strideBytes + areas.size() - 1) / areas.size();
    }

    /** Returns how many bytes of a slot no area uses. */
    public int paddingBytes()
    {
        return strideBytes - areas.stream().mapToInt(PlacedArea::size).sum();
    }

    /**
     * Widens the slot, so that a ring made for a wider plan can serve this one; see {@link #commonStrideBytes}.
     *
     * @param minimumBytes that the stride shall have
     * @return a layout with the same offsets, and a stride of at least that, rounded up to {@link #alignmentBytes()}
     * @throws IllegalArgumentException if the stride gets out of range
     */
    public MoleculeLayout withMinimumStride(final int minimumBytes)
    {
        if (minimumBytes < 0 || minimumBytes > MoleculeLayoutPlanner.MAX_STRIDE_BYTES)
        {
            throw new IllegalArgumentException("a stride is 0 to " + MoleculeLayoutPlanner.MAX_STRIDE_BYTES +
                " bytes: molecule=" + name + " minimum=" + minimumBytes);
        }
        final int widened = MoleculeLayoutPlanner.roundUp(Math.max(strideBytes, minimumBytes), alignmentBytes());
        return widened == strideBytes ? this : new MoleculeLayout(name, areas, widened);
    }

    /**
     * Returns 64 bits that stand for the layout: FNV-1a over a canonical text of name, stride, areas and fields. The
     * same on every JVM and every run; two programs may share a ring only if it is equal.
     */
    public long hash()
    {
        long hash = FNV_OFFSET_BASIS;
        for (final byte b : toString().getBytes(StandardCharsets.US_ASCII))
        {
            hash = (hash ^ (b & 0xFF)) * FNV_PRIME;
        }
        return hash;
    }

    /** Returns a picture of the slot, one cache line a row. */
    public String print()
    {
        return SlotPicture.of(this);
    }

    @Override
    public boolean equals(final Object other)
    {
        return other instanceof MoleculeLayout that &&
            strideBytes == that.strideBytes && name.equals(that.name) && areas.equals(that.areas);
    }

    @Override
    public int hashCode()
    {
        return Objects.hash(name, areas, strideBytes);
    }

    /** Returns the canonical text: one line for the slot, one for each area. */
    @Override
    public String toString()
    {
        final StringBuilder text = new StringBuilder("molecule ").append(name);
        text.append(" stride ").append(strideBytes).append('\n');
        for (final PlacedArea area : areas)
        {
            text.append("area ").append(area.name()).append(" writer ").append(area.writer());
            text.append(" offset ").append(area.offset()).append(' ').append(area.spec().layout()).append('\n');
        }
        return text.toString();
    }
}
