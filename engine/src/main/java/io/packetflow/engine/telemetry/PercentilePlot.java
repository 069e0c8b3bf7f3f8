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
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Cold path. Latency by percentile: the horizontal axis is {@code log10(1 / (1 - p))}, so that each further nine takes
 * the same room, the vertical axis is the logarithm of nanoseconds. Drawn by XChart without a window system.
 */
public final class PercentilePlot
{
    private static final int WIDTH = 1_600;
    private static final int HEIGHT = 920;
    private static final int STEPS_PER_HALVING = 20;
    private static final int MIN_DECADES = 2;
    private static final int MAX_DECADES = 9;
    /** XChart looks for a step of one decade when its spacing is asked for at about this share of a decade's width. */
    private static final double TICK_SPACING_OF_A_DECADE = 0.95;
    private static final int PLOT_WIDTH = WIDTH - 180;
    private static final double HALF = Math.log10(2);
    private static final double WHOLE = 1e-6;

    private static final Color INK = new Color(0x1b2733);
    private static final Color MUTED = new Color(0x5c6873);
    private static final Color GRID = new Color(0xdfe4e8);

    /** Okabe and Ito's colours, which most colour-blind readers can tell apart. */
    private static final Color[] COLOURS = {new Color(0x0072b2), new Color(0xd55e00), new Color(0x009e73),
        new Color(0xcc79a7), new Color(0xe69f00), new Color(0x56b4e9), new Color(0x6b6b6b)};

    private final XYChart chart;
    private final double decades;
    private final double lowestNanos;
    private final double highestNanos;

    /**
     * Prepares a plot.
     *
     * @param title  of the plot
     * @param footer on what it was measured
     * @param series at least one, none empty
     */
    public PercentilePlot(final String title, final String footer, final List<LatencySeries> series)
    {
        final long count = series.stream().mapToLong(one -> one.histogram().getTotalCount()).max().orElseThrow();
        final long min = series.stream().mapToLong(one -> one.histogram().getMinValue()).min().orElseThrow();
        final long max = series.stream().mapToLong(one -> one.histogram().getMaxValue()).max().orElseThrow();
        decades = Math.max(MIN_DECADES, Math.min(MAX_DECADES, Math.log10((double)count) + 0.05));
        lowestNanos = Math.pow(10, Math.floor(Math.log10((double)Math.max(1, min))));
        highestNanos = Math.max(Math.pow(10, Math.ceil(Math.log10((double)Math.max(1, max)))),
            lowestNanos * Math.pow(10, MIN_DECADES));
        chart = new XYChartBuilder().width(WIDTH).height(HEIGHT).title(title)
            .xAxisTitle(footer.isEmpty() ? "percentile" : "percentile   |   " + footer).yAxisTitle("latency").build();
        style(chart.getStyler());
        addHalf();
        for (int i = 0; i < series.size(); i++)
        {
            addSeries(series.get(i), i);
        }
    }

    /** @return the plot, ready to be drawn, also by who draws other things than bitmaps */
    public XYChart chart()
    {
        return chart;
    }

    /**
     * Writes the plot as a bitmap.
     *
     * @param file to write
     * @throws IOException if it cannot be written
     */
    void writePng(final Path file) throws IOException
    {
        try (OutputStream out = PrivateFiles.replace(file);
            ImageOutputStream image = new MemoryCacheImageOutputStream(out))
        {
            if (!ImageIO.write(BitmapEncoder.getBufferedImage(chart), "png", image))
            {
                throw new IOException("this JDK cannot write PNG files: " + file);
            }
        }
    }

    private void style(final XYStyler styler)
    {
        styler.setChartBackgroundColor(Color.WHITE).setChartFontColor(INK).setChartPadding(24);
        styler.setChartTitleBoxVisible(false).setChartTitleFont(font(Font.BOLD, 26)).setChartTitlePadding(12);
        styler.setPlotBackgroundColor(Color.WHITE).setPlotBorderVisible(false).setPlotContentSize(1.0);
        styler.setLegendPosition(LegendPosition.InsideNW).setLegendFont(font(Font.PLAIN, 18))
            .setLegendBorderColor(GRID).setLegendSeriesLineLength(36).setLegendPadding(12);
        styler.setAxisTitleFont(font(Font.PLAIN, 16)).setAxisTickLabelsFont(font(Font.PLAIN, 17))
            .setAxisTickLabelsColor(INK).setAxisTickMarksColor(MUTED).setAxisTitlePadding(14);
        styler.setPlotGridLinesColor(GRID).setPlotGridLinesStroke(new BasicStroke(1.0f));
        styler.setAnnotationTextFont(font(Font.PLAIN, 16)).setAnnotationTextFontColor(MUTED);
        styler.setXAxisMin(0.0).setXAxisMax(decades)
            .setXAxisTickMarkSpacingHint((int)(TICK_SPACING_OF_A_DECADE * PLOT_WIDTH / decades))
            .setXAxisTickLabelsFormattingFunction(PercentilePlot::percentile);
        styler.setYAxisLogarithmic(true).setYAxisMin(lowestNanos).setYAxisMax(highestNanos)
            .setYAxisTickLabelsFormattingFunction(PercentilePlot::duration);
    }

    private static Font font(final int style, final int size)
    {
        return new Font(Font.SANS_SERIF, style, size);
    }

    /** The median lies between two ticks, so it gets a label of its own. */
    private void addHalf()
    {
        chart.addAnnotation(new AnnotationText("50%", HALF, lowestNanos * 1.12, false));
    }

    private void addSeries(final LatencySeries one, final int index)
    {
        final Histogram histogram = one.histogram();
        final double last = Math.max(Math.min(decades, Math.log10((double)histogram.getTotalCount())), 0.02);
        final List<Double> at = new ArrayList<>(List.of(0.0));
        final List<Double> nanos = new ArrayList<>(List.of(positive(histogram.getMinValue())));
        for (final HistogramIterationValue step : histogram.percentiles(STEPS_PER_HALVING))
        {
            final double log = -Math.log10(Math.max(1e-12, 1 - step.getPercentileLevelIteratedTo() / 100));
            if (log > 0 && log < last)
            {
                at.add(log);
                nanos.add(positive(step.getValueIteratedTo()));
            }
        }
        at.add(last);
        nanos.add(positive(histogram.getMaxValue()));
        final XYSeries line = chart.addSeries(one.name(), at, nanos);
        line.setLineColor(COLOURS[index % COLOURS.length]);
        line.setMarker(SeriesMarkers.NONE);
        line.setLabel(legend(one));
        line.setLineStyle(new BasicStroke(3.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    }

    private static String legend(final LatencySeries one)
    {
        final Histogram histogram = one.histogram();
        return String.format(Locale.ROOT, "%s   P50 %s   P90 %s   P99 %s   max %s   (%,d)", one.name(),
            duration((double)histogram.getValueAtPercentile(50)), duration((double)histogram.getValueAtPercentile(90)),
            duration((double)histogram.getValueAtPercentile(99)), duration((double)histogram.getMaxValue()),
            histogram.getTotalCount());
    }

    /** Zero counts as one: a logarithmic axis has no zero. */
    private static double positive(final long nanos)
    {
        return Math.max(1L, nanos);
    }

    /** Labels whole decades: 0%, 90%, 99%, 99.9% ... */
    static String percentile(final double log)
    {
        final long nines = Math.round(log);
        // XChart asks for labels beyond the axis while it looks for a step.
        if (nines < 0 || Math.abs(log - nines) > WHOLE)
        {
            return "";
        }
        return nines == 0 ? "0%" : nines == 1 ? "90%" : nines == 2 ? "99%" : "99." + "9".repeat((int)nines - 2) + "%";
    }

    /**
     * Writes nanoseconds with three digits and the unit that suits them.
     *
     * @param nanos 0 or more
     * @return the text
     */
    public static String duration(final double nanos)
    {
        final String[] units = {"ns", "\u00b5s", "ms", "s"};
        double value = nanos;
        int unit = 0;
        while (value >= 999.5 && unit < units.length - 1)
        {
            value /= 1_000;
            unit++;
        }
        final String digits = value >= 100 || value == Math.rint(value)
            ? String.format(Locale.ROOT, "%.0f", value) : String.format(Locale.ROOT, "%.3g", value);
        return digits + " " + units[unit];
    }
}
