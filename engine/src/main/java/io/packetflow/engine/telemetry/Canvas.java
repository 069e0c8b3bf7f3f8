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

/**
 * Cold path. A surface to draw a plot on. One drawing serves a vector file and a bitmap, so that both show the same.
 *
 * <p>Coordinates are pixels from the top left corner; colours are {@code 0xRRGGBB}.
 */
interface Canvas
{
    /** Where a text lies relative to its point, horizontally. */
    enum Anchor
    {
        /** The text begins at the point. */
        START,
        /** The text is centred on the point. */
        MIDDLE,
        /** The text ends at the point. */
        END
    }

    /**
     * A point.
     *
     * @param x from the left
     * @param y from the top
     */
    record Point(double x, double y)
    {
    }

    /**
     * Draws a straight line.
     *
     * @param from  one end
     * @param to    other end
     * @param rgb   colour
     * @param width of the line
     */
    void line(Point from, Point to, int rgb, double width);

    /**
     * Draws a line through points.
     *
     * @param points at least two
     * @param rgb    colour
     * @param width  of the line
     */
    void polyline(List<Point> points, int rgb, double width);

    /**
     * Draws a filled circle.
     *
     * @param centre of the circle
     * @param radius of the circle
     * @param rgb    colour
     */
    void dot(Point centre, double radius, int rgb);

    /**
     * Writes a text.
     *
     * @param text   to write
     * @param at     point on its base line
     * @param anchor of the text
     * @param size   of the font
     * @param bold   or regular
     * @param rgb    colour
     */
    void text(String text, Point at, Anchor anchor, int size, boolean bold, int rgb);
}
