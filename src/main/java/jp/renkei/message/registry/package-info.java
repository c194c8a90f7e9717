/**
 * Identity in the Basic Resident Registration Network (住民基本台帳ネットワークシステム, 本人確認情報): whether the
 * person is the one that the network knows, and its latest four items (氏名, 住所, 生年月日, 性別). It is
 * asked by the individual number (個人番号) or by the four items. The layouts and codes are the
 * project's own definition after the items of DOMAIN.md 10, (1)3*-4*; they are not an official
 * format. How items are compared is the project's own, too.
 */
package jp.renkei.message.registry;
