/**
 * Who may ask, and what is hidden: users and their roles, encryption at rest and of messages, keyed
 * hashes. Keys come from outside the data folder in production; the demo makes its own at first
 * start. It knows neither Camel nor Spring MVC, and its interfaces name no cryptographic library.
 */
package jp.renkei.protection;
