/** The employment-insurance records (失業等給付関係情報) of residents who do not exist. */
package jp.renkei.mock.employment;
