/**
 * The catalogue: which flows of information linkage (連携) and which agencies exist, read from {@code
 * routes/flows} and {@code routes/agencies} and checked as a whole before anything starts. It feeds
 * the routes, the permission check, the lists, the names of metrics and the generated documents. It
 * knows neither Camel nor Spring MVC.
 */
package jp.renkei.flow;
