import type { QueryCreator, QueryExecutorProvider } from 'kysely'

/** Reads and writes these tables: the database or a transaction, whatever other tables it knows. */
export type QueriesOf<Tables> = QueryCreator<Tables> & QueryExecutorProvider

/** A transaction, whatever tables it knows. */
export type AnyTransaction = QueryExecutorProvider & { readonly isTransaction: true }

/** {@link QueriesOf} inside a transaction, where a lock holds and several writes are one. A plain database does not fit. */
export type TransactionOf<Tables> = QueriesOf<Tables> & AnyTransaction
