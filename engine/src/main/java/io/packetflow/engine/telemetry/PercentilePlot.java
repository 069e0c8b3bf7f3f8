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

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import javax.imageio.ImageIO;

import io.packetflow.engine.telemetry.Canvas.Anchor;
import io.packetflow.engine.telemetry.Canvas.Point;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/**
 * Cold path. Latency by percentile: the horizontal axis is {@code log10(1 / (1 - p))}, so that each further nine takes
 * the same room, the vertical axis is the logarithm of nanoseconds.
 *
 * <p>Design note: the drawing is our own, over a {@link Canvas} with a vector and a bitmap form. Charting libraries put
 * ticks where numbers are round, and a percentile axis is round nowhere; their SVG needs yet another library.
 */
final class PercentilePlot
{
    private static final int WIDTH = 1_120;
    private static final int HEIGHT = 640;
    private static final double LEFT = 84;
    private static final double RIGHT = WIDTH - 36.0;
    private static final double BOTTOM = HEIGHT - 82.0;
    private static final double LEGEND_TOP = 80;
    private static final double LEGEND_COLUMN = 84;
    private static final double LEGEND_STEP = 20;

    private static final int INK = 0x1b2733;
    private static final int MUTED = 0x5c6873;
    private static final int GRID = 0xdfe4e8;
    private static final int FAINT_GRID = 0xf1f4f6;

    /** Okabe and Ito's colours, which most colour-blind readers can tell apart. */
    private static final int[] COLOURS = {0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7, 0xe69f00, 0x56b4e9, 0x6b6b6b};

    private static final String[] PERCENTILE_LABELS =
        {"0%", "90%", "99%", "99.9%", "99.99%", "99.999%", "99.9999%", "99.99999%", "99.999999%", "99.9999999%"};
    private static final double HALF = Math.log10(2);

    private final String title;
    private final String footer;
    private final List<LatencySeries> series;
    private final double top;
    private final double decades;
    private final double lowestLog;
    private final double highestLog;

    /**
     * Prepares a plot.
     *
     * @param title  of the plot
     * @param footer on what it was measured
     * @param series at least one, none empty
     */
    PercentilePlot(final String title, final String footer, final List<LatencySeries> series)
    {
        this.title = title;
        this.footer = footer;
        this.series = List.copyOf(series);
        top = LEGEND_TOP + LEGEND_STEP * series.size() + 18;
        final long count = series.stream().mapToLong(one -> one.histogram().getTotalCount()).max().orElseThrow();
        final long min = series.stream().mapToLong(one -> one.histogram().getMinValue()).min().orElseThrow();
        final long max = series.stream().mapToLong(one -> one.histogram().getMaxValue()).max().orElseThrow();
        decades = Math.max(1, Math.min(PERCENTILE_LABELS.length - 1, log10(count) + 0.05));
        lowestLog = logOfRound(Math.max(1L, min), false);
        highestLog = Math.max(logOfRound(Math.max(1L, max), true), lowestLog + HALF);
    }

    /** @return the plot as an SVG document */
    String svg()
    {
        final SvgCanvas canvas = new SvgCanvas(WIDTH, HEIGHT);
        draw(canvas);
        return canvas.document();
    }

    /**
     * Writes the plot as a bitmap.
     *
     * @param file to write
     * @throws IOException if it cannot be written
     */
    void writePng(final Path file) throws IOException
    {
        final ImageCanvas canvas = new ImageCanvas(WIDTH, HEIGHT);
        draw(canvas);
        if (!ImageIO.write(canvas.finish(), "png", file.toFile()))
        {
            throw new IOException("this JDK cannot write PNG files: " + file);
        }
    }

    private void draw(final Canvas canvas)
    {
        canvas.text(title, new Point(24, 38), Anchor.START, 20, true, INK);
        drawLegendRow(canvas, List.of("count", "P50", "P90", "P99", "P99.9", "max"), LEGEND_TOP - LEGEND_STEP, MUTED);
        canvas.text("latency", new Point(LEFT - 10, top - 14), Anchor.END, 13, false, MUTED);
        drawValueAxis(canvas);
        drawPercentileAxis(canvas);
        canvas.line(new Point(LEFT, BOTTOM), new Point(RIGHT, BOTTOM), MUTED, 1.2);
        for (int i = 0; i < series.size(); i++)
        {
            drawSeries(canvas, series.get(i), COLOURS[i % COLOURS.length]);
            drawLegend(canvas, series.get(i), COLOURS[i % COLOURS.length], LEGEND_TOP + LEGEND_STEP * i);
        }
        canvas.text("percentile", new Point((LEFT + RIGHT) / 2, BOTTOM + 42), Anchor.MIDDLE, 13, false, MUTED);
        canvas.text(footer, new Point(24, HEIGHT - 14.0), Anchor.START, 11, false, MUTED);
    }

    private void drawPercentileAxis(final Canvas canvas)
    {
        drawPercentile(canvas, HALF, "50%");
        for (int decade = 0; decade <= decades; decade++)
        {
            drawPercentile(canvas, decade, PERCENTILE_LABELS[decade]);
        }
    }

    private void drawPercentile(final Canvas canvas, final double log, final String label)
    {
        canvas.line(new Point(x(log), top), new Point(x(log), BOTTOM), GRID, 1);
        canvas.line(new Point(x(log), BOTTOM), new Point(x(log), BOTTOM + 5), MUTED, 1.2);
        canvas.text(label, new Point(x(log), BOTTOM + 21), Anchor.MIDDLE, 13, false, INK);
    }

    private void drawValueAxis(final Canvas canvas)
    {
        final boolean dense = highestLog - lowestLog <= 2.5;
        for (int decade = (int)Math.floor(lowestLog); decade <= Math.ceil(highestLog); decade++)
        {
            for (int digit = 1; digit < 10; digit++)
            {
                final double log = decade + Math.log10(digit);
                if (log > lowestLog - 1e-9 && log < highestLog + 1e-9)
                {
                    final boolean labelled = digit == 1 || (dense && (digit == 2 || digit == 5));
                    drawValue(canvas, log, labelled ? unitText(digit * Math.pow(10, decade)) : null);
                }
            }
        }
    }

    private void drawValue(final Canvas canvas, final double log, final String label)
    {
        canvas.line(new Point(LEFT, y(log)), new Point(RIGHT, y(log)), label == null ? FAINT_GRID : GRID, 1);
        if (label != null)
        {
            canvas.text(label, new Point(LEFT - 10, y(log) + 4.5), Anchor.END, 13, false, INK);
        }
    }

    private void drawSeries(final Canvas canvas, final LatencySeries one, final int rgb)
    {
        final Histogram histogram = one.histogram();
        final double lastLog = Math.min(decades, log10(histogram.getTotalCount()));
        final List<Point> points = new ArrayList<>();
        points.add(point(0, histogram.getMinValue()));
        for (final HistogramIterationValue step : histogram.percentiles(20))
        {
            final double log = -Math.log10(Math.max(1e-12, 1 - step.getPercentileLevelIteratedTo() / 100));
            if (log < lastLog)
            {
                points.add(point(log, step.getValueIteratedTo()));
            }
        }
        final Point end = point(Math.max(lastLog, 0.02), histogram.getMaxValue());
        points.add(end);
        canvas.polyline(points, rgb, 2.4);
        canvas.dot(end, 4, rgb);
    }

    private static void drawLegend(final Canvas canvas, final LatencySeries one, final int rgb, final double y)
    {
        final Histogram histogram = one.histogram();
        canvas.line(new Point(26, y - 4), new Point(48, y - 4), rgb, 3.5);
        canvas.text(one.name(), new Point(58, y), Anchor.START, 13, true, INK);
        final List<String> figures = List.of(
            String.format(Locale.ROOT, "%,d", histogram.getTotalCount()),
            unitText(histogram.getValueAtPercentile(50)),
            unitText(histogram.getValueAtPercentile(90)),
            unitText(histogram.getValueAtPercentile(99)),
            unitText(histogram.getValueAtPercentile(99.9)),
            unitText(histogram.getMaxValue()));
        drawLegendRow(canvas, figures, y, INK);
    }

    private static void drawLegendRow(
        final Canvas canvas, final List<String> figures, final double y, final int rgb)
    {
        for (int i = 0; i < figures.size(); i++)
        {
            final double x = RIGHT - LEGEND_COLUMN * (figures.size() - 1 - i);
            canvas.text(figures.get(i), new Point(x, y), Anchor.END, 13, false, rgb);
        }
    }

    private Point point(final double percentileLog, final long nanos)
    {
        return new Point(x(percentileLog), y(log10(nanos)));
    }

    private double x(final double percentileLog)
    {
        return LEFT + (RIGHT - LEFT) * percentileLog / decades;
    }

    private double y(final double nanosLog)
    {
        return BOTTOM - (BOTTOM - top) * (nanosLog - lowestLog) / (highestLog - lowestLog);
    }

    /** The logarithm of the nearest 1, 2 or 5 times a power of ten that is not above, or not below, a value. */
    private static double logOfRound(final long nanos, final boolean up)
    {
        final double decade = Math.floor(log10(nanos));
        final double[] steps = {1, 2, 5, 10};
        double best = decade;
        for (final double step : steps)
        {
            final double log = decade + Math.log10(step);
            if (up && Math.pow(10, log) >= nanos * 0.999_999)
            {
                return log;
            }
            best = Math.pow(10, log) <= nanos * 1.000_001 ? log : best;
        }
        return best;
    }

    /** Zero counts as one: a logarithmic axis has no zero. */
    private static double log10(final long value)
    {
        return Math.log10((double)Math.max(1L, value));
    }

    private static String unitText(final long nanos)
    {
        return unitText((double)nanos);
    }

    private static String unitText(final double nanos)
    {
        final String[] units = {"ns", "\u00b5s", "ms", "s"};
        double value = nanos;
        int unit = 0;
        while (value >= 1_000 && unit < units.length - 1)
        {
            value /= 1_000;
            unit++;
        }
        final String digits = value >= 100 || value == Math.rint(value)
            ? String.format(Locale.ROOT, "%.0f", value) : String.format(Locale.ROOT, "%.3g", value);
        return digits + " " + units[unit];
    }
}
