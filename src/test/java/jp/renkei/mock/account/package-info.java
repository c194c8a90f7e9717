/** The Digital Agency's public money receiving accounts (公金受取口座). */
package jp.renkei.mock.account;
