/**
 * Camel: what makes named routes out of the catalogue and the route templates, the {@code ledger:}
 * component that feeds the agencies' send routes, and the transports. A route says where and in
 * what order; the beans of the other rooms say how.
 */
package jp.renkei.routing;
