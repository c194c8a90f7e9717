/**
 * The bulk form of the network (一括照会): inquiries of the bulk lane are collected into request files,
 * and the records of reply files become the outcomes of their inquiries, each by the same steps as
 * a reply that came alone. What carries the files is named elsewhere.
 */
package jp.renkei.inquiry.file;
