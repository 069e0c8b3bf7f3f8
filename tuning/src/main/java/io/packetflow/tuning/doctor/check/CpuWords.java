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
package io.packetflow.tuning.doctor.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import io.packetflow.affinity.topology.CpuSet;

/**
 * Cold path. Fills our CPUs into the texts of checks.
 *
 * @param placement of this host
 */
public record CpuWords(Placement placement)
{
    private static final int WORD_BITS = 32;

    /**
     * Fills in.
     *
     * @param text with places such as <code>{pinned}</code>
     * @return the text with lists of CPUs; where none are known, with words in capitals
     */
    public String fill(final String text)
    {
        return text.replace("{pinned}", list(placement.pinned(), "PINNED"))
            .replace("{isolated}", list(placement.isolated(), "PINNED"))
            .replace("{housekeeping}", list(placement.housekeeping(), "HOUSEKEEPING"))
            .replace("{housekeeping.mask}", placement.housekeeping().isEmpty() ? "HOUSEKEEPING_MASK" :
                mask(placement.housekeeping()));
    }

    private static String list(final CpuSet cpus, final String otherwise)
    {
        return cpus.isEmpty() ? otherwise : cpus.toString();
    }

    /**
     * Writes CPUs as a mask, the way the kernel does: words of 32 bits in hexadecimal, the highest first.
     *
     * @param cpus of the mask
     * @return its text
     */
    public static String mask(final CpuSet cpus)
    {
        BigInteger bits = BigInteger.ZERO;
        for (final int cpu : cpus)
        {
            bits = bits.setBit(cpu);
        }
        final List<String> words = new ArrayList<>();
        do
        {
            final long word = bits.longValue() & 0xffff_ffffL;
            bits = bits.shiftRight(WORD_BITS);
            words.add(String.format(Locale.ROOT, bits.signum() == 0 ? "%x" : "%08x", word));
        }
        while (bits.signum() != 0);
        Collections.reverse(words);
        return String.join(",", words);
    }
}
