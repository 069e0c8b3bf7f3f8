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
package io.packetflow.engine.telemetry;

import java.util.List;
import java.util.Locale;

/** Cold path. Draws into an SVG document; needs no fonts and no window system. */
final class SvgCanvas implements Canvas
{
    private final StringBuilder body = new StringBuilder(16_384);
    private final int width;
    private final int height;

    SvgCanvas(final int width, final int height)
    {
        this.width = width;
        this.height = height;
    }

    @Override
    public void line(final Point from, final Point to, final int rgb, final double lineWidth)
    {
        append("<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#%06x\" stroke-width=\"%.1f\"/>",
            from.x(), from.y(), to.x(), to.y(), rgb, lineWidth);
    }

    @Override
    public void polyline(final List<Point> points, final int rgb, final double lineWidth)
    {
        final StringBuilder coordinates = new StringBuilder(points.size() * 12);
        points.forEach(point -> coordinates.append(String.format(Locale.ROOT, "%.1f,%.1f ", point.x(), point.y())));
        append("<polyline points=\"%s\" fill=\"none\" stroke=\"#%06x\" stroke-width=\"%.1f\" " +
            "stroke-linejoin=\"round\" stroke-linecap=\"round\"/>",
            coordinates.toString().strip(), rgb, lineWidth);
    }

    @Override
    public void dot(final Point centre, final double radius, final int rgb)
    {
        append("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"#%06x\"/>", centre.x(), centre.y(), radius, rgb);
    }

    @Override
    public void text(
        final String text, final Point at, final Anchor anchor, final int size, final boolean bold, final int rgb)
    {
        append("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" font-size=\"%d\" font-weight=\"%s\" fill=\"#%06x\">" +
            "%s</text>",
            at.x(), at.y(), anchor.name().toLowerCase(Locale.ROOT), size, bold ? "600" : "400", rgb, escape(text));
    }

    /** @return the whole document */
    String document()
    {
        return String.format(Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" " +
            "font-family=\"Helvetica, Arial, 'DejaVu Sans', sans-serif\">%n" +
            "<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>%n%s</svg>%n",
            width, height, width, height, body);
    }

    private void append(final String format, final Object... values)
    {
        body.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private static String escape(final String text)
    {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
