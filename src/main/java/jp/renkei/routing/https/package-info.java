/**
 * Agencies reached over https: a token, a POST for each inquiry, and what comes of it. Everything
 * that an agency or a network can do wrong has a name here; none of their words go further.
 */
package jp.renkei.routing.https;
