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
package io.packetflow.engine.picture;

import java.util.Locale;

/** Cold path. Collects the elements of an SVG file and escapes what people wrote. Used by one thread. */
final class SvgText
{
    private static final String STYLE = """
          <style>
            text { font-family: system-ui, "DejaVu Sans", sans-serif; fill: #1d2733; }
            .title { font-size: 17px; font-weight: 600; }
            .name { font-size: 13px; font-weight: 600; }
            .note { font-size: 11px; fill: #46525f; }
            .packet { stroke: #5b6b7b; stroke-width: 1; }
            .cf { fill: #d7e3f4; } .df { fill: #d6efdc; } .ed { fill: #fde3c8; }
            .co { fill: #e6dcf5; } .mc { fill: #fbd5d9; } .rm { fill: #ece7d3; }
            .packet.critical { stroke: #c2410c; stroke-width: 2.5; }
            .bond { fill: none; stroke: #5b6b7b; stroke-width: 1.6; }
            .bond.covalent { stroke-width: 4.4; stroke: #4f6d94; }
            .bond.metallic { stroke-dasharray: 8 4; }
            .bond.van-der-waals { stroke-dasharray: 2 4; }
            .bond.strict { stroke-width: 3; }
            .bond.critical { stroke: #c2410c; stroke-width: 2.6; }
            .ground { fill: none; stroke: #ffffff; stroke-width: 1.8; }
          </style>
          <defs>
            <marker id="end" viewBox="0 0 8 8" refX="7.5" refY="4" markerWidth="8" markerHeight="8"
                markerUnits="userSpaceOnUse" orient="auto"><path d="M 0 0 L 8 4 L 0 8 z" fill="#5b6b7b"/></marker>
          </defs>
        """;

    private final StringBuilder text = new StringBuilder();

    void open(final int width, final int height, final String title)
    {
        text.append(String.format(Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" " +
            "role=\"img\">%n",
            width, height, width, height));
        text.append("  <title>").append(escaped(title)).append("</title>\n").append(STYLE);
        text.append("  <rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
    }

    void box(final double x, final double y, final int width, final int height, final String style)
    {
        text.append(String.format(Locale.ROOT,
            "  <rect x=\"%.1f\" y=\"%.1f\" width=\"%d\" height=\"%d\" rx=\"7\" class=\"%s\"/>%n",
            x, y, width, height, style));
    }

    void text(final double x, final double y, final String style, final String content)
    {
        text.append(String.format(Locale.ROOT,
            "  <text x=\"%.1f\" y=\"%.1f\" class=\"%s\">%s</text>%n", x, y, style, escaped(content)));
    }

    void path(final String curve, final String style, final boolean hasArrow, final String title)
    {
        text.append("  <path d=\"").append(curve).append("\" class=\"").append(style).append('"')
            .append(hasArrow ? " marker-end=\"url(#end)\"" : "");
        text.append(title.isEmpty() ? "/>\n" : "><title>" + escaped(title) + "</title></path>\n");
    }

    String close()
    {
        return text.append("</svg>\n").toString();
    }

    private static String escaped(final String content)
    {
        return content.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
