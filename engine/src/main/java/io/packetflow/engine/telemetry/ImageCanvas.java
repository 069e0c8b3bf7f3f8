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

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** Cold path. Draws into a bitmap of twice the nominal size, which stays sharp on dense screens; needs no display. */
final class ImageCanvas implements Canvas
{
    private static final int SCALE = 2;

    private final BufferedImage image;
    private final Graphics2D graphics;

    ImageCanvas(final int width, final int height)
    {
        image = new BufferedImage(width * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
        graphics = image.createGraphics();
        graphics.scale(SCALE, SCALE);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
    }

    @Override
    public void line(final Point from, final Point to, final int rgb, final double width)
    {
        prepare(rgb, width);
        graphics.draw(new Line2D.Double(from.x(), from.y(), to.x(), to.y()));
    }

    @Override
    public void polyline(final List<Point> points, final int rgb, final double width)
    {
        final Path2D.Double path = new Path2D.Double();
        path.moveTo(points.get(0).x(), points.get(0).y());
        points.forEach(point -> path.lineTo(point.x(), point.y()));
        prepare(rgb, width);
        graphics.draw(path);
    }

    @Override
    public void dot(final Point centre, final double radius, final int rgb)
    {
        prepare(rgb, 1);
        graphics.fill(new Ellipse2D.Double(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius));
    }

    @Override
    public void text(
        final String text, final Point at, final Anchor anchor, final int size, final boolean bold, final int rgb)
    {
        graphics.setFont(new Font(Font.SANS_SERIF, bold ? Font.BOLD : Font.PLAIN, size));
        prepare(rgb, 1);
        final double length = graphics.getFontMetrics().getStringBounds(text, graphics).getWidth();
        final double shift = anchor == Anchor.START ? 0 : anchor == Anchor.MIDDLE ? length / 2 : length;
        graphics.drawString(text, (float)(at.x() - shift), (float)at.y());
    }

    /** @return the finished image; nothing can be drawn afterwards */
    BufferedImage finish()
    {
        graphics.dispose();
        return image;
    }

    private void prepare(final int rgb, final double width)
    {
        graphics.setColor(new Color(rgb));
        graphics.setStroke(new BasicStroke((float)width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    }
}
