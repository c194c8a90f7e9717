/**
 * What operators see in Hawtio, and what Hawtio may do: look, and nothing else. One list says which
 * MBeans, attributes and operations that is; Jolokia is held to it, and Hawtio's buttons are drawn
 * by it.
 */
package jp.renkei.operations.console;
