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
package io.packetflow.latency.html;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cold path. Makes a drawing of thousands of lines small enough for a page with many of them: a tenth of a pixel is
 * enough for everybody, and a style that stands at each line is named once.
 */
final class SvgText
{
    private static final Pattern DECIMALS = Pattern.compile("([0-9]\\.[0-9])[0-9]+");
    private static final Pattern STYLE = Pattern.compile(" style=\"([^\"]*)\"");
    private static final Pattern ROOT = Pattern.compile("<svg\\b[^>]*>");

    private SvgText()
    {
    }

    /**
     * Shortens a drawing.
     *
     * @param svg a document that stands alone, without styles of its own beside attributes
     * @return a document that looks the same
     */
    static String shortened(final String svg)
    {
        final Map<String, String> names = new LinkedHashMap<>();
        final String named = STYLE.matcher(svg).replaceAll(match ->
            " class=\"" + names.computeIfAbsent(match.group(1), style -> "s" + names.size()) + '"');
        final String rounded = DECIMALS.matcher(named).replaceAll("$1");
        final StringBuilder sheet = new StringBuilder("<style>");
        names.forEach((style, name) -> sheet.append('.').append(name).append('{').append(style).append('}'));
        sheet.append("</style>");
        final Matcher root = ROOT.matcher(rounded);
        return names.isEmpty() || !root.find() ? rounded :
            rounded.substring(0, root.end()) + sheet + rounded.substring(root.end());
    }
}
