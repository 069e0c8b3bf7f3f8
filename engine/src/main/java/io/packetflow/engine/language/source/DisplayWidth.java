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
package io.packetflow.engine.language.source;

/**
 * Cold path. How many cells of a terminal a character takes: none for marks that join the one before, two for the wide
 * ones of East Asia and pictures, else one. So a caret stands under what it means.
 */
public final class DisplayWidth
{
    /** First and last characters of the wide ranges, in turn. */
    private static final int[] WIDE = {
        0x1100, 0x115F, 0x2E80, 0x303E, 0x3041, 0xA4CF, 0xA960, 0xA97F, 0xAC00, 0xD7A3, 0xF900, 0xFAFF,
        0xFE30, 0xFE6F, 0xFF00, 0xFF60, 0xFFE0, 0xFFE6, 0x1F300, 0x1F64F, 0x1F680, 0x1F6FF,
        0x1F900, 0x1F9FF, 0x20000, 0x3FFFD};

    private DisplayWidth()
    {
    }

    /**
     * Returns the width of a character.
     *
     * @param codePoint of the character, which is no tab
     * @return 0, 1 or 2
     */
    public static int of(final int codePoint)
    {
        final int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT)
        {
            return 0;
        }
        boolean isWide = false;
        for (int i = 0; i < WIDE.length; i += 2)
        {
            isWide |= codePoint >= WIDE[i] && codePoint <= WIDE[i + 1];
        }
        return isWide ? 2 : 1;
    }
}
