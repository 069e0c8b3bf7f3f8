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
package io.packetflow.engine.analysis.contract;

/**
 * Cold path. What somebody requires and nobody promises, or not enough.
 *
 * @param consumer packet or molecule that requires it
 * @param field as the consumer names it
 * @param required values that the consumer can take
 * @param provider packet or molecule that promises the field; where nobody does, the packet that should, or the input
 * @param promised values that the provider may leave, {@link Interval#ALL} where it promises nothing
 */
public record MissingImplication(
    String consumer, String field, Interval required, String provider, Interval promised)
{
    /** In place of a provider: what comes into the molecule. */
    public static final String INPUT = "the input";

    /** In place of a provider: what comes into the molecule, if it is as other packets need it. */
    public static final String INPUT_OF_OTHERS = "the input, as other packets need it,";

    @Override
    public String toString()
    {
        return consumer + " requires " + required.of(field) + ", but " + provider + " ensures " +
            (promised.equals(Interval.ALL) ? "nothing of " + field : "only " + promised.of(field));
    }
}
