/** The Basic Resident Registration Network's identity information (本人確認情報). */
package jp.renkei.mock.registry;
