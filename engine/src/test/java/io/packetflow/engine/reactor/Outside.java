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
package io.packetflow.engine.reactor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.packetflow.engine.fixture.Reference;

/** What the outside of a simulated molecule has got, by packet; nobody can take it back. */
final class Outside
{
    private final Map<String, List<Reference.Output>> got = new LinkedHashMap<>();

    /** Everything came that should, once and in order. */
    void requireEqual(final Map<String, List<Reference.Output>> expected)
    {
        expected.keySet().forEach(this::list);
        got.forEach((packet, outputs) ->
        {
            final List<Reference.Output> all = expected.getOrDefault(packet, List.of());
            for (int i = 0; i < Math.max(outputs.size(), all.size()); i++)
            {
                final Reference.Output came = i < outputs.size() ? outputs.get(i) : null;
                final Reference.Output due = i < all.size() ? all.get(i) : null;
                if (!Objects.equals(came, due))
                {
                    throw new AssertionError("output " + i + " of packet " + packet + " is " + came + " instead of " +
                        due);
                }
            }
        });
    }

    long count()
    {
        return got.values().stream().mapToLong(List::size).sum();
    }

    /** Takes an output that leaves for the first time. */
    void release(final String packet, final long sequence, final long value)
    {
        if (sequence <= last(packet))
        {
            throw new AssertionError("packet " + packet + " releases instance " + sequence + " after " + last(packet));
        }
        list(packet).add(new Reference.Output(sequence, value));
    }

    /** Compares an output that was computed again with what left before, and takes it if it did not. */
    void resend(final String packet, final long sequence, final long value)
    {
        final Reference.Output output = new Reference.Output(sequence, value);
        if (sequence > last(packet))
        {
            list(packet).add(output);
        }
        else if (!list(packet).contains(output))
        {
            throw new AssertionError("packet " + packet + " computes another output than it has released: " + output);
        }
    }

    /** Forgets what followed an instance whose input was lost and given up. */
    void forgetBehind(final long sequence)
    {
        got.values().forEach(outputs -> outputs.removeIf(output -> output.sequence() > sequence));
    }

    /** Returns the sequence of the last instance of which the outside has anything. */
    long last()
    {
        return got.keySet().stream().mapToLong(this::last).max().orElse(0);
    }

    private long last(final String packet)
    {
        final List<Reference.Output> outputs = list(packet);
        return outputs.isEmpty() ? 0 : outputs.get(outputs.size() - 1).sequence();
    }

    private List<Reference.Output> list(final String packet)
    {
        return got.computeIfAbsent(packet, name -> new ArrayList<>());
    }
}
