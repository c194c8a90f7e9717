/**
 * What operators and installers see, and the start itself: it looks at every room and is used by
 * none.
 */
package jp.renkei.operations;
