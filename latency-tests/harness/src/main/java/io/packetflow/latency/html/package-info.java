/**
 * The report of the bench as one page that needs nothing else: what a run left in its directory ({@code results.json},
 * {@code .hlog} files, a comparison, a calibration) is read back, never measured anew. Tables and text by j2html,
 * curves by XChart as SVG inside the page. The same rows become the table of the module's README.
 */
package io.packetflow.latency.html;
