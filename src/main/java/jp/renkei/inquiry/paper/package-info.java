/**
 * Inquiries asked on paper (文書照会): a numbered letter and a line for the print vendor, reminders by
 * business days, and answers that one person keys in and another confirms. The vendor's file is the
 * project's own definition.
 */
package jp.renkei.inquiry.paper;
