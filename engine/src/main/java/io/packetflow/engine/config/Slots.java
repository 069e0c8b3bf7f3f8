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
package io.packetflow.engine.config;

/**
 * Cold path. The slots of a ring: left to the plan, or a number.
 *
 * @param count a power of two; 0 where the plan chooses
 */
public record Slots(int count)
{
    /** The plan chooses. */
    public static final Slots AUTO = new Slots(0);

    /** The largest ring that a plan chooses; who wants a larger one says so. */
    public static final int MAX_AUTO = 1 << 16;

    private static final String AUTO_NAME = "auto";

    /** @return whether the plan chooses */
    public boolean isAuto()
    {
        return count == 0;
    }

    /** @return how many slots there can be */
    int atMost()
    {
        return isAuto() ? MAX_AUTO : count;
    }

    /**
     * Parses {@code auto} or a number.
     *
     * @param text such as {@code 1024}
     * @return the choice
     * @throws NumberFormatException if the text is neither
     */
    public static Slots parse(final String text)
    {
        if (AUTO_NAME.equals(text))
        {
            return AUTO;
        }
        final int count = Integer.parseInt(text);
        if (count == 0)
        {
            throw new NumberFormatException("no slots");
        }
        return new Slots(count);
    }

    /** @return the text that {@link #parse} reads */
    @Override
    public String toString()
    {
        return isAuto() ? AUTO_NAME : Integer.toString(count);
    }
}
