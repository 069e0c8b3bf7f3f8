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
package io.packetflow.risk.limit;

import java.util.List;

/**
 * Limits of one account in one instrument. What counts is the worst case: the position if all open buys, or all open
 * sells, were filled. Zero to both sides lets an account only reduce what it holds.
 *
 * @param maxLong highest resulting long position, 0 to {@link Ranges#MAX_POSITION}
 * @param maxShort highest resulting short position, as a positive number
 */
public record PairLimits(int maxLong, int maxShort)
{
    /**
     * Names what is wrong with these limits.
     *
     * @param place that the messages name
     * @param errors to which they are added
     */
    public void validate(final String place, final List<String> errors)
    {
        final Validation check = new Validation(place, errors);
        check.range("maxLong", maxLong, 0, Ranges.MAX_POSITION);
        check.range("maxShort", maxShort, 0, Ranges.MAX_POSITION);
    }
}
