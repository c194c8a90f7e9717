/**
 * Many inquiries at once (一括): read one behind the other, each as it would be read alone, handed in
 * with a bounded number on their way, and each answered in its turn. Nothing here grows with the
 * number of lines.
 */
package jp.renkei.inquiry.bulk;
