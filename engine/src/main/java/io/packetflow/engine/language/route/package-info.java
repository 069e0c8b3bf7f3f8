/**
 * From the reactors of a checked program to {@link io.packetflow.engine.routing.RoutingPlan}s: {@link
 * io.packetflow.engine.language.route.ReactorRoutes} makes nodes of patterns, gives them cores of a host, and policies
 * of the steps of routes. What compiles a condition is handed in, so that routing stands without the back end.
 *
 * <p>Cold throughout. May import: language.check, language.syntax, language.format (for texts), routing.
 */
package io.packetflow.engine.language.route;
